"""Write the pages of the manual: ``python -m transforms.manual``."""

from __future__ import annotations

from transforms.manual import agreements_doc, issues_doc, rules_doc

if __name__ == "__main__":
    for document in (rules_doc, issues_doc, agreements_doc):
        document.PAGE.write_text(document.page(), encoding="utf-8")
