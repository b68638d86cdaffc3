"""What several kinds of sheet call the same thing, in four languages: each kind adds its own.

Lower case, without accents or punctuation, separated by ``|``: see ``schemas.headings.Field``.
"""

from __future__ import annotations

ACCOUNT = (
    "account|acct|acct #|account #|acct no|account no|account number|account code|acct code|a c|"
    "a c #|a c no|a c code|accts|code|coding|coded to|charge to|charge code|gl|g l|gl code|gl acct|"
    "gl account|cost code|budget code|budget line|budget acct|bud code|line|line #|line no|"
    "line number|aicp|aicp #|aicp line|nominal|nominal code|schedule|sch|"
    "compte|cpte|cpt|no compte|n compte|no de compte|n de compte|numero de compte|no cpte|n cpte|"
    "code comptable|code budgetaire|imputation|code analytique|ligne|ligne budgetaire|"
    "poste budgetaire|cuenta|cta|no cuenta|n cuenta|no de cuenta|cta contable|cuenta contable|"
    "codigo|cod|cod contable|rubro|rubro contable|rubro presupuestario|partida|"
    "partida presupuestaria|capitulo|cap|imputacion|"
    "konto|kto|kontonummer|konto nr|kto nr|sachkonto|buchungskonto|kostenstelle|kst|kostenart"
)
PERSON = (
    "name|full name|names|name last first|last name first name|last first|name first last|who|"
    "person|nom|nom et prenom|nom prenom|prenom et nom|prenom nom|nom complet|"
    "nombre|nombre y apellidos|nombre y apellido|apellidos y nombre|nombre completo|"
    "name vorname|vorname name|vor und nachname|vorname nachname|nachname vorname|wer"
)
JOB = (
    "position|job|job title|title|role|occupation|grade|craft|function|job function|does what|"
    "what they do|responsibility|job description|poste|fonction|emploi|metier|puesto|cargo|"
    "funcion|categoria|funktion|tatigkeit|beruf|aufgabe|position funktion"
)
VENDOR = (
    "vendor|supplier|payee|company|vendor name|supplier name|company name|vendor supplier|"
    "vendor payee|paid to|pay to|merchant|store|shop|rental house|rental company|rental co|"
    "hire company|hired from|rented from|rental vendor|ordered from|bought from|from whom|"
    "who from|from who|fournisseur|nom du fournisseur|societe|prestataire|loueur|beneficiaire|"
    "commercant|magasin|enseigne|tiers|proveedor|nombre del proveedor|empresa|beneficiario|"
    "comercio|tienda|acreedor|suministrador|suministradora|suministradores|lieferant|kreditor|verleiher|vermieter|handler|dienstleister|"
    "empfanger|zahlungsempfanger|firma"
)
WHAT = (
    "description|desc|item|items|details|detail|for|for what|what|what for|what it is for|purpose|"
    "reason|memo|particulars|goods|services|goods services|description of goods|thing|things|"
    "what *|business purpose|objet|libelle|designation|motif|nature|nature de la depense|"
    "prestation|article|articles|quoi|descripcion|concepto|detalle|que|para que|articulo|motivo|"
    "bezeichnung|beschreibung|gegenstand|leistung|artikel|zweck|verwendung|verwendungszweck|was|"
    "wofur|ware|text|position leistung|glosa|towards|being"
)
SUM = (
    "amount|amt|amounts|total|total amount|sum|cost|costs|price|value|how much|net|net amount|"
    "gross|gross amount|$|$$|$$$|£|€|₹|eur|usd|gbp|cad|aud|montant|montant ht|montant ttc|montants|"
    "prix|total ht|total ttc|somme|importe|importes|monto|valor|total importe|suma|importe neto|"
    "importe total|monto total|neto|bruto|monto neto|valor neto|betrag|betrage|summe|netto|"
    "brutto|netto betrag|brutto betrag|"
    "importe s iva|importe sin iva|base s iva|betrag netto|betrag brutto|nettobetrag|"
    "bruttobetrag|gesamtbetrag|gesamtsumme|"
    "netto eur|brutto eur|betrag eur|brutto €|netto €|neto $|bruto $|ex vat|excl vat|"
    "excluding vat|ex gst|excl gst|excl tax|"
    "rand|rands|pesos|euros|pounds|dollars|"
    "net of vat|net of tax|base|base imponible|incl vat|inc vat|inc gst|incl gst|ht|ttc|h t"
)
DAY = (
    "date|dates|trans date|transaction date|date entered|day|jour|date achat|fecha|dia|datum|tag|"
    "belegdatum|when|wann|quand|cuando"
)
PHONE = (
    "phone|cell|mobile|tel|telephone|phone #|cell #|mobile #|tel #|phone no|mobile no|cell no|"
    "tel no|phone number|mobile number|cell number|telephone number|cell phone|mobile phone|"
    "portable|tel portable|cellulaire|no de tel|no tel|n tel|telefon|handy|mobil|telefonnummer|"
    "handynummer|mobilnummer|telefono|tfno|tlf|tlfno|movil|tel movil|celular|telf"
)
NOTES = (
    "notes|note|comments|comment|remarks|remark|misc|info|additional info|notes comments|queries|"
    "remarques|remarque|observations|commentaires|divers|obs|notas|nota|observaciones|comentarios|"
    "bemerkung|bemerkungen|anmerkung|anmerkungen|notiz|notizen|hinweis|hinweise|sonstiges|bem|"
    "anm|rem|com|rq|rqs|rmq|rmqs"
)
STATUS = (
    "status|state|statut|etat|estado|estatus|situacion|stand|bearbeitungsstand|approval|approved|"
    "pd|paid|pd y n|paid y n|open closed"
)
START = (
    "start date|start|starts|starting|from|first day|1st day|first|begin|begins|begin date|date in|"
    "on date|debut|date debut|date de debut|du|a partir du|1er jour|premier jour|inicio|"
    "fecha inicio|fecha de inicio|desde|primer dia|beginn|von|ab|start am|erster tag|1 tag"
)
_ENGAGED = (
    "contract contracted deal engaged engagement employed employment hired booked booking term"
)


def _engaged(words: str) -> str:
    """The headings of an engagement's first or last day: "Contract to", "Engaged until"."""
    return "|".join(f"{what} {word}" for what in _ENGAGED.split() for word in words.split())


ENGAGED_FROM = _engaged("from starts begins starting beginning commences")
ENGAGED_TO = _engaged("to until till thru through ends ending expires expiry finishes")
END = (
    "end date|end|ends|ending|to|until|through|thru|last day|last|finish|finish date|date out|"
    "off date|fin|date fin|date de fin|au|jusqu au|dernier jour|final|fecha fin|fecha de fin|"
    "hasta|ultimo dia|ende|bis|enddatum|letzter tag"
)
