"""General ledgers' columns, in four languages."""

from __future__ import annotations

from schemas import wordings
from schemas.headings import Field, Shape

FIELDS = (
    Field(
        "account",
        "account|acct|account code|acct #|account #|account no|account number|acct no|acct code|"
        "gl account|g l account|ledger account|production account|object|acct number|"
        "compte general|poste|" + wordings.ACCOUNT,
        Shape.CODE,
        weight=1.5,
    ),
    Field(
        "date",
        "date|posting date|post date|trans date|tran date|transaction date|effective date|"
        "entry date|gl date|doc date|document date|date posted|eff date|txn date|journal date|"
        "posted|invoice date|inv date|date comptable|date ecriture|date de l ecriture|"
        "date d operation|date operation|date piece|fecha contable|fecha asiento|"
        "fecha de asiento|fecha valor|buchungsdatum|buch datum|" + wordings.DAY,
        Shape.DATE,
    ),
    Field(
        "source",
        "source|src|source code|journal|jnl|jrnl|trans type|type|transaction type|tt|"
        "journal source|doc type|document type|je #|journal #|journal entry|journal entry #|"
        "je|je no|ref|reference|ref #|ref no|reference #|reference no|transaction|trans|trans #|"
        "transaction #|trans no|transaction no|voucher|voucher #|voucher no|batch|batch #|entry|"
        "entry #|entry no|tran #|tran no|tran|code journal|jal|piece|no piece|n piece|"
        "piece comptable|origine|diario|"
        "origen|asiento|n asiento|no asiento|tipo|quelle|belegart|buchungsart|beleg|belegnummer|"
        "belegnr|beleg nr|buchungsnummer",
    ),
    Field(
        "invoice",
        "invoice|invoice #|inv #|inv|invoice no|invoice number|inv no|bill #|bill no|num|"
        "invoice num|vendor invoice|inv chk #|inv chk|inv check #|invoice check #|invoice check|"
        "invoice cheque #|inv no chk no|supplier invoice|document #|document no|document number|"
        "doc #|"
        "doc no|invoice ref|facture|no facture|n facture|numero de facture|facture #|factura|"
        "no factura|n factura|num factura|numero de factura|rechnung|rechnungsnummer|rechnungsnr|"
        "rechnung nr|rechnungs nr|re nr|n fra|no fra|num fra|nro fra|fra|n fact|no fact",
        Shape.CODE,
    ),
    Field(
        "po_number",
        "po #|po number|po|po no|purchase order|purchase order #|purchase order number|p o|"
        "purchase order no|bon de commande|no bc|bc|bdc|orden de compra|oc|bestellnummer|"
        "bestellung|bestell nr",
        Shape.CODE,
    ),
    Field(
        "vendor",
        "vendor|vendor name|payee|supplier|vendor payee|name|paid to|company|payee name|"
        "supplier name|vendor employee|source name|payee vendor|employee vendor|nom|tercero|nombre|"
        "name lieferant|geschaftspartner|partner|business partner|partner name|" + wordings.VENDOR,
        Shape.WORDS,
    ),
    Field(
        "description",
        "description|desc|memo|memo description|details|detail|particulars|narration|narrative|"
        "transaction description|line description|explanation|item description|posting text|"
        "distribution description|trans description|intitule|libelle ecriture|glosa|buchungstext|"
        + wordings.WHAT,
        Shape.WORDS,
    ),
    Field(
        "debit",
        "debit|debits|dr|debit amount|amount|net amount|transaction amount|amt|total amount|"
        "posted amount|base amount|amount posted|distribution amount|trans amount|actual|"
        "debit dr|total|debe|cargo|soll|soll betrag|montant|montant ht|importe|monto|betrag|"
        "betrag netto|betrag brutto|"
        "umsatz|debito|debitos|cargos|dare|dare dr|debit dr",
        Shape.MONEY,
        weight=1.5,
    ),
    Field(
        "credit",
        "credit|credits|cr|credit amount|credit cr|haber|abono|haben|haben betrag|abonos|credito|"
        "creditos|avere|avere cr|credit cr",
        Shape.MONEY,
        weight=1.5,
    ),
)

EXTRA = (
    Field(
        "invoice_total",
        "invoice total|total invoice|inv total|invoice amount|inv amount|total facture|"
        "total de la facture|total factura|rechnungsbetrag|rechnungssumme|invoice gross",
        Shape.MONEY,
    ),
    Field(
        "side",
        "dr cr|d c|dc|debit credit|cr dr|s h|sh|soll haben|sens|d h|debe haber|sign|c d|drcr|"
        "dr cr indicator|debit credit indicator",
    ),
    Field("status", "status|state|posted status|statut|estado"),
)
"""Columns that are no fields of the kind, read for what they tell."""
