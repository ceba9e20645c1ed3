"""Excel through xlwings: what its classic add-in (COM) and xlwings Server (Office.js) share, and the ends of both."""
