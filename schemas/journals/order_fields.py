"""Purchase order logs' columns, in four languages."""

from __future__ import annotations

from schemas.headings import Field, Shape

FIELDS = (
    Field(
        "po_number",
        "po #|po number|purchase orders no|purchase orders #|purchase orders po #|po|po no|"
        "purchase order|purchase order #|purchase order number|order #|"
        "purchase order no|po num|order number|order no|p o|po ref|bestellnummer|bestellung|"
        "bestell nr|bestellung nr|auftragsnummer|bon de commande|no bon de commande|no bc|bc|bdc|"
        "n bc|n po|n bon de commande|no de commande|commande|no commande|n commande|"
        "numero de commande|orden de compra|oc|no oc|n oc|oc #|no orden|n orden|numero de orden|"
        "pedido|no pedido",
        Shape.CODE,
        weight=2.5,
    ),
    Field(
        "vendor",
        "vendor|supplier|payee|company|vendor name|vendor supplier|supplier name|vendor payee|"
        "paid to|ordered from|company name|lieferant|firma|fournisseur|nom du fournisseur|"
        "beneficiaire|proveedor|nombre del proveedor|empresa|beneficiario",
        shape=Shape.WORDS,
        weight=1.5,
    ),
    Field(
        "account",
        "acct|account|g l|gl|account code|acct #|account #|code|budget code|acct code|gl code|"
        "cost code|"
        "account number|acct no|account no|coding|gl account|budget line|budget acct|"
        "konto|kontonummer|konto nr|kto|kostenstelle|kst|compte|no compte|code budgetaire|poste|"
        "poste budgetaire|code comptable|cuenta|codigo|cuenta contable|partida|"
        "partida presupuestaria",
        Shape.CODE,
    ),
    Field(
        "date",
        "date|po date|date issued|issue date|order date|issued|date of po|date entered|"
        "date created|date ordered|date raised|raised|date commande|date de commande|"
        "date d emission|date du bc|fecha|fecha de orden|fecha oc|fecha de emision|fecha pedido|"
        "datum|bestelldatum|auftragsdatum",
        Shape.DATE,
    ),
    Field(
        "description",
        "description|desc|item|items|details|for|purpose|description of goods|goods|what|"
        "item description|goods services|description of services|memo|particulars|"
        "libelle|designation|objet|descripcion|concepto|detalle|"
        "bezeichnung|beschreibung|gegenstand|leistung|artikel|zweck",
        shape=Shape.WORDS,
    ),
    Field(
        "amount",
        "amount|po amount|amount ordered|ordered|ordered amount|total|po total|cost|value|"
        "total amount|order amount|price|"
        "estimated amount|est amount|committed|po value|net amount|gross amount|order total|"
        "order value|commitment|net|gross|net total|ex vat|cost ex vat|total cost|estimated cost|"
        "original amount|amt|est total|"
        "montant|montant ht|montant ttc|montant commande|prix|engage|montant engage|total ttc|"
        "importe|monto|importe total|monto total|comprometido|valor|"
        "betrag|betrag netto|netto betrag|netto|summe netto|betrag brutto|montant net|importe neto|"
        "bestellwert|auftragswert|summe|nettobetrag|gesamtbetrag|bestellsumme",
        Shape.MONEY,
        weight=1.5,
    ),
    Field(
        "invoiced",
        "invoiced|verrechnet|fakturiert|invoiced to date|billed|paid|paid to date|invoice total|"
        "amount invoiced|"
        "invoice amount|amount paid|actual|invoiced amount|invoiced paid|total invoiced|relieved|"
        "total paid|billed to date|amount billed|inv amount|posted|"
        "facture|montant facture|facture a ce jour|paye|montant paye|"
        "facturado|importe facturado|pagado|monto facturado|"
        "rechnungsbetrag|berechnet|fakturiert|bezahlt|abgerechnet|in rechnung gestellt",
        Shape.MONEY,
    ),
    Field(
        "status",
        "status|po status|open closed|state|approval status|approval|statut|etat|estado|estatus",
    ),
)

EXTRA = (
    Field(
        "invoice",
        "invoice #|invoice|invoice no|invoice number|inv #|inv no|inv|invoice #s|vendor invoice|"
        "no facture|n facture|facture #|facture no|numero de facture|no factura|n factura|"
        "numero de factura|rechnungsnummer|rechnung nr|rechnungs nr|rechnungsnr|rechnung",
        Shape.CODE,
    ),
    Field(
        "invoice_date",
        "invoice date|inv date|date invoiced|date of invoice|invoiced on|date facture|"
        "date de facture|date de la facture|fecha factura|fecha de factura|rechnungsdatum",
        Shape.DATE,
    ),
)
"""Columns that are no fields of the kind, read for what they tell."""
