"""Purchase order logs' columns, in four languages."""

from __future__ import annotations

from schemas import wordings
from schemas.headings import Field, Shape

FIELDS = (
    Field(
        "po_number",
        "po #|po number|purchase orders no|purchase orders #|purchase orders po #|po|po no|"
        "purchase order|purchase order #|purchase order number|order #|purchase order no|po num|"
        "order number|order no|p o|po ref|bestellnummer|bestellung|bestell nr|bestellung nr|"
        "auftragsnummer|bon de commande|no bon de commande|no bc|bc|bdc|n bc|n po|"
        "n bon de commande|no de commande|commande|no commande|n commande|numero de commande|"
        "orden de compra|oc|no oc|n oc|oc #|no orden|n orden|numero de orden|pedido|no pedido|"
        "best nr|bestell no|bc n|bc no|numero bc|po id|po order|n pedido|pedido no|pedido n|"
        "n ped|num ped|num pedido|num po|order|bon no|n de bon|no de bon|no bon|auftrag|"
        "auftrags nr|auftrag nr|bestellnr",
        Shape.CODE,
        weight=2.5,
    ),
    Field(
        "vendor",
        "vendor|supplier|payee|company|vendor name|vendor supplier|supplier name|vendor payee|"
        "paid to|to|issued to|who|a|an|an wen|" + wordings.VENDOR,
        shape=Shape.WORDS,
        weight=1.5,
    ),
    Field(
        "account",
        "acct|account|g l|gl|account code|acct #|account #|code|budget code|acct code|gl code|"
        "cost code|poste|" + wordings.ACCOUNT,
        Shape.CODE,
    ),
    Field(
        "date",
        "date|po date|date issued|issue date|order date|issued|date of po|date entered|"
        "date created|date ordered|f pedido|f emision|f orden|f oc|date raised|raised|"
        "date commande|date de commande|date d emission|date du bc|fecha de orden|fecha oc|"
        "fecha de emision|fecha pedido|bestelldatum|auftragsdatum|" + wordings.DAY,
        Shape.DATE,
    ),
    Field(
        "description",
        "description|desc|item|items|details|for|purpose|description of goods|goods|what|"
        "item description|description of services|re|" + wordings.WHAT,
        shape=Shape.WORDS,
    ),
    Field(
        "amount",
        "net order|net order value|amount|po amount|amount ordered|ordered|ordered amount|total|"
        "po total|cost|value|"
        "total amount|order amount|estimated amount|est amount|committed|po value|order total|"
        "order value|commitment|net total|ex vat|cost ex vat|total cost|estimated cost|"
        "original amount|est total|montant commande|engage|montant engage|comprometido|"
        "base imp|summe netto|montant net|bestellwert|auftragswert|bestellsumme|importe pedido|"
        "importe del pedido|importe de pedido|valor pedido|montant de la commande|"
        "montant du bon|montant bdc|montant bc|bestellbetrag|auftragssumme|" + wordings.SUM,
        Shape.MONEY,
        weight=1.5,
    ),
    Field(
        "invoiced",
        "net invoiced|invoiced net|net inv|inv to date|invoiced|verrechnet|fakturiert|"
        "invoiced to date|billed|paid|paid to date|invoice total|"
        "amount invoiced|invoice amount|amount paid|actual|actual inv|actual invoice|"
        "invoiced amount|invoiced paid|"
        "total invoiced|relieved|total paid|billed to date|amount billed|inv amount|posted|"
        "facture|montant facture|facture a ce jour|paye|montant paye|facturado|importe facturado|"
        "pagado|monto facturado|rechnungsbetrag|berechnet|fakturiert|bezahlt|abgerechnet|"
        "in rechnung gestellt|inv d|invd|of which invoiced|invoiced so far|davon berechnet|"
        "davon abgerechnet|facture a date|dont facture|deja facture|facturado a la fecha|"
        "ya facturado|drawn down|used to date|invoiced net|net invoiced|invoiced ex vat",
        Shape.MONEY,
    ),
    Field(
        "status",
        "status|po status|open closed|state|approval status|approval|statut|etat|estado|estatus|"
        "erledigt|erledigt y n|done|closed|erl|" + wordings.STATUS,
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
