"""How budgets head the columns that say what a line is: account, description, remarks."""

from __future__ import annotations

ACCOUNT = (
    "acct|account|acct #|account #|acct no|account no|account number|code|acct code|accts|"
    "account code|budget code|gl code|cost code|a c|a c #|a c no|acc|acc #|acc no|acc code|"
    "accounts|no|#|line|line #|line no|line number|ref|coding|coa|chart of accounts|schedule|sch|"
    "gl account|gl acct|nominal code|nominal|cost centre|cost center|cat|cat #|cat code|"
    "category code|category #|category no|item #|item no|acct number|budget line|budget acct|"
    "konto|kto|kontonummer|konto nr|kto nr|pos nr|position nr|nr|nummer|kostenstelle|ziffer|"
    "poste|compte|cpte|no de compte|n de compte|no compte|n compte|numero|poste no|n|code compte|"
    "cuenta|cta|no cuenta|n cuenta|no de cuenta|codigo|cod|partida|num|cap|capitulo|no de partida"
    "|sched|sched no|schedule no|account #s|acct nos|account code no|a c head|a c code|coa code|"
    "konto nummer|ktonr|sachkonto|kostenstelle nr|kst|kostenart nr|hauptkonto|konto kst|"
    "no poste|n poste|numero de compte|n cpte|code analytique|chap|chapitre|imputation|"
    "clave|num cuenta|numero de cuenta|no cta|n cta|cta no|num partida|n partida|epigrafe"
)
DESCRIPTION = (
    "description|desc|account description|account name|account title|category description|"
    "acct description|acct name|acct title|acct desc|account desc|budget description|"
    "budget line item|budget category|line item description|item description|descriptions|"
    "line description|cost description|cost category|cost item|expense item|expense category|"
    "item|title|items|details|detail|line item|line items|category|categories|"
    "budget item|descr|department|dept|expense|expenses|name|type of cost|cost type|particulars|"
    "heading|service|crew|function|element|budget heading|cost heading|position|role|"
    "bezeichnung|kostenart|beschreibung|leistung|kostenposition|kostengruppe|text|posten|"
    "benennung|kontobezeichnung|kontenbezeichnung|titel|gewerk|"
    "libelle|designation|intitule|poste|postes|nature|nature des depenses|poste budgetaire|"
    "postes budgetaires|rubrique|rubriques|categorie|detail des postes|depenses|denomination|"
    "descripcion|concepto|conceptos|denominacion|detalle|rubro|rubros|nombre|partidas|"
    "nombre de la cuenta|descripcion de la cuenta|capitulos|categoria|departamento"
    "|section|sections|what|what for|item of expenditure|head|heads|head of expenditure|"
    "budget item description|cost centre name|account heading|account details|schedule name|"
    "schedule description|acct title name|account group|activity|"
    "was|wofur|verwendungszweck|kostenstelle bezeichnung|kostenbezeichnung|inhalt|gegenstand|"
    "quoi|objet|libelle du poste|intitule du compte|libelle compte|nom du poste|descriptif|"
    "que|descripcion de la partida|nombre de la partida|nombre cuenta|concepto de gasto|glosa"
)
GROUPS = (
    "category|categories|department|dept|section|group|account group|budget category|area|phase|"
    "cost category|budget group|type|class|cost group|category name|dept name|department name|"
    "kategorie|abteilung|gewerk|bereich|kostengruppe|gruppe|departement|categorie|rubrique|"
    "service|famille|departamento|categoria|rubro|capitulo|seccion|grupo|area"
)
"""Headings of a column that groups the lines, where another one describes them."""
NOTES = (
    "notes|note|comments|comment|remarks|explanation|explanations|reason|notes comments|memo|"
    "variance explanation|variance notes|comments notes|notes and comments|remark|reasons|"
    "explanation of variance|variance comments|reason for variance|narrative|commentary|"
    "variance explanations|assumptions|basis|justification|notes assumptions|"
    "bemerkung|bemerkungen|anmerkung|anmerkungen|erlauterung|erlauterungen|notiz|notizen|kommentar|"
    "remarques|remarque|commentaires|commentaire|observations|precisions|explication|explications|"
    "notas|nota|observaciones|comentarios|comentario|explicacion|aclaraciones"
    "|budget notes|budget note|obs|notes and assumptions|reason comments|comments reason|"
    "hinweis|hinweise|anm|bem|begrundung|grund|"
    "motif|motifs|raison|note explicative|observation|motivo|motivos|justificacion|aclaracion"
)
