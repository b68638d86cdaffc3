"""The types of content that Drive turns into spreadsheets, and spreadsheets into."""

from __future__ import annotations

SHEETS = "application/vnd.google-apps.spreadsheet"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv"
TSV = "text/tab-separated-values"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
OLD_ODS = "application/x-vnd.oasis.opendocument.spreadsheet"
PDF = "application/pdf"
ZIP = "application/zip"
XLS = "application/vnd.ms-excel"

EXPORTS = {
    OLD_ODS: "ods",
    TSV: "tsv",
    PDF: "pdf",
    XLSX: "xlsx",
    CSV: "csv",
    ZIP: "zip",
    ODS: "ods",
}
"""What a spreadsheet can be exported as, with the short name in a link."""
IMPORTS = (XLSX, CSV, TSV, ODS, OLD_ODS, XLS)
"""What is turned into a spreadsheet."""
