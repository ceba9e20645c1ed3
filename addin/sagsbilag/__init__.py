"""The page for the committee and its appendix as a PDF: what every program that makes it does alike.

`paper` says what is printed, `outline` what each cell of it is to who hears it, `tags` puts that into the PDF that
LibreOffice draws.
"""
