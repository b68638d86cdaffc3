"""The columns of petty cash, and of reports of cards."""

from __future__ import annotations

from schemas import wordings
from schemas.headings import Field, Shape

FIELDS = (
    Field(
        "envelope",
        "envelope|envelope #|env|env #|pc envelope|pc env|pc #|petty cash envelope|envelope no|"
        "envelope number|env no|pc envelope #|petty cash #|petty cash no|pc report #|float #|"
        "enveloppe|no enveloppe|n enveloppe|enveloppe #|numero d enveloppe|sobre|no sobre|n sobre|"
        "sobre #|numero de sobre|umschlag|umschlag nr|umschlagnummer|kuvert|kassenumschlag|"
        "n rend|no rend|n rendicion|no rendicion|rendicion|rend",
        Shape.CODE,
        weight=2.0,
    ),
    Field(
        "custodian",
        "custodian|pc custodian|petty cash custodian|holder|cash holder|pc holder|float holder|"
        "envelope holder|card holder|cardholder|issued to|purchaser|buyer|purchased by|spent by|"
        "crew member|name|employee|submitted by|detenteur|responsable|depositaire|"
        "responsable de la caisse|titulaire|acheteur|custodio|titular|responsable de caja|"
        "encargado|comprador|kassenfuhrer|kassenverantwortlicher|kassenverantwortliche|inhaber|"
        "ausgegeben an|kaufer|verantwortlich|who|whose|float of|bought by|spender|wer|kasse von|"
        "held by|drawn by|collected by|entregado a|detenu par|confie a|ausgehandigt an|"
        "qui|achete par|quien|comprado por|a cargo de|who paid|paid by|spent by whom|bezahlt von|"
        "paye par|pagado por quien",
        Shape.WORDS,
        weight=1.5,
    ),
    Field(
        "date",
        "date|receipt date|date of receipt|purchase date|trans date|transaction date|"
        "date of purchase|date spent|date d achat|date du recu|fecha de compra|fecha recibo|"
        "kaufdatum|" + wordings.DAY,
        Shape.DATE,
    ),
    Field(
        "vendor",
        "vendor|paid to|payee|store|merchant|supplier|shop|vendor name|establishment|where|"
        "vendor store|store vendor|merchant name|place of purchase|purchased from|commerce|bei|"
        "chez|en tienda|"
        "paye a|establecimiento|pagado a|geschaft|laden|bezahlt an|" + wordings.VENDOR,
        Shape.WORDS,
    ),
    Field(
        "description",
        "description|item|items|desc|for|purpose|what|details|detail|item description|"
        "description of purchase|explanation|items purchased|description of items|achat|"
        "articulos|" + wordings.WHAT,
        Shape.WORDS,
    ),
    Field(
        "account",
        "account|acct|account code|gl code|gl|budget code|cost code|acct #|account #|account no|"
        "account number|acct no|acct code|"
        "code|poste|head|cost head|budget head|" + wordings.ACCOUNT,
        Shape.CODE,
    ),
    Field(
        "amount",
        "amount|receipt amount|amount spent|total|receipt total|spent|total amount|amount paid|"
        "gross|cash out|paid out|out|expense|expenses|amount incl tax|total incl tax|"
        "total with tax|ttc|depense|depenses|montant paye|gasto|gastos|salida|salidas|precio|"
        "ausgabe|ausgaben|" + wordings.SUM,
        Shape.MONEY,
        weight=1.5,
    ),
    Field(
        "tax",
        "tax|sales tax|hst|gst|vat|gst hst|hst gst|tax amount|gst amount|hst amount|vat amount|"
        "taxes|tps|tvq|tva|dont tva|davon mwst|taxe|montant tva|tps tvq|iva|impuesto|impuestos|"
        "igic|mwst|ust|vorsteuer|mwst betrag|umsatzsteuer|mehrwertsteuer|steuer|qst|pst|"
        "enth mwst|enthaltene mwst|mwst enthalten|incl vat|vat incl|tva incluse|iva incluido|"
        "tax incl|included tax|ust eur|mwst eur|steuer eur|tva eur|iva eur|vat £|gst $",
        Shape.MONEY,
    ),
)
EXTRA = (
    Field(
        "receipt",
        "receipt #|receipt no|vch no|vch #|vr no|vr #|voucher no|voucher #|voucher|receipt|"
        "rcpt|rcpt #|ref #|receipt number|piece|piece no|piece n|no piece|n piece|"
        "no de piece|justificatif|#|no|invoice #|recu|no recu|n recu|recibo|no recibo|"
        "n recibo|ticket|ticket no|docket|docket no|docket #|slip|slip no|folio|comprobante|"
        "no comprobante|boleta|quittung|quittung nr|bon nr|bel|bel nr|beleg|beleg nr|"
        "belegnummer|belegnr|nr",
        Shape.CODE,
    ),
    Field(
        "bill",
        "bill no|bill #|bill number|bill|bill ref|invoice no|inv no|inv #|invoice|facture|"
        "no facture|n facture|factura|no factura|n factura|fra|no fra|rechnung|rechnungs nr|"
        "rechnung nr|re nr",
        Shape.CODE,
    ),
    Field("status", "status|state|statut|estado"),
)
