// The values of every sheet as SheetJS and as ExcelJS read them: {reader: {sheet: {cell: value}}}; blanks are left out.
import ExcelJS from "exceljs";
import XLSX from "xlsx";

const path = process.argv[2];

function bySheetJs() {
  const book = XLSX.readFile(path);
  return Object.fromEntries(book.SheetNames.map((name) => [name, Object.fromEntries(
    Object.entries(book.Sheets[name]).filter(([at, cell]) => at[0] !== "!" && cell.v !== undefined && cell.v !== "")
      .map(([at, cell]) => [at, cell.v]))]));
}

async function byExcelJs() {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const found = {};
  book.eachSheet((sheet) => {
    found[sheet.name] = {};
    sheet.eachRow((row) => row.eachCell((cell) => {
      const shown = cell.formula ? cell.result : cell.value; // a result of 0 is left out of the value
      const value = cell.isMerged && cell.master !== cell ? null : plain(shown);
      if (value !== null && value !== undefined && value !== "") found[sheet.name][cell.address] = value;
    }));
  });
  return found;
}

function plain(value) {
  if (value === null || typeof value !== "object") return value;
  if (value.richText) return value.richText.map((part) => part.text).join("");
  if (value.hyperlink) return value.text;
  return String(value);
}

console.log(JSON.stringify({ SheetJS: bySheetJs(), ExcelJS: await byExcelJs() }));
