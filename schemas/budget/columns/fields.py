"""The columns of a budget or cost report, as accountants head them in four languages."""

from __future__ import annotations

from itertools import product

from schemas.budget.columns.naming import ACCOUNT, DESCRIPTION, NOTES
from schemas.headings import Field, Shape


def both(first: str, second: str) -> str:
    """Every pair of words of two lists, either way round: "original budget|budget original"."""
    pairs = list(product(first.split("|"), second.split("|")))
    return "|".join([f"{a} {b}" for a, b in pairs] + [f"{b} {a}" for a, b in pairs])


_BUDGET = "budget|bud|bdgt|budgets"
_ORIGINAL = "original|orig|initial|locked|baseline|first"
_REVISED = "revised|rev|current|curr|adjusted|amended|updated|latest|final|revise|adj|new"
_ACTUAL = "actual|actuals|cost|costs|spent|spend|paid|expenses|expenditure"
_FINAL = "final|at completion|final cost|total|total cost|cost|costs|final costs|outcome|spend"
_FORECAST = "estimated|est|forecast|forecasted|projected|anticipated|expected"
_ERWARTET = "voraussichtliche|vorauss|voraussichtl|erwartete|geschatzte|prognostizierte"
_PERIODE = (
    "lfd monat|laufender monat|laufenden monat|lfd periode|laufende periode|aktueller monat|"
    "aktuelle periode|aktuelle woche|lfd woche|diesen monat|dieser monat|monat|periode|woche"
)
_PERIODO_FR = (
    "periode|de la periode|periode en cours|mois|du mois|mois en cours|ce mois|semaine|"
    "de la semaine|cette periode|semaine en cours"
)
_PERIODO_ES = (
    "periodo|del periodo|mes|del mes|este mes|mes actual|mes en curso|semana|de la semana|"
    "esta semana|semana actual"
)
_MONIES = "$a|a$|$ a|us$|$us|nz$|$nz|can$|$can|cdn$|$cdn|c$|inr|rs|mn|m n"

BUDGET = (
    "budget|original budget|budgeted|budget amount|total budget amount|budgeted amount|"
    "kalkulation genehmigt|"
    "budget total|original|original estimate|approved budget|budget approved|working budget|"
    "orig|estimate|est|estimated|estimates|estimated cost|estimated costs|est cost|est costs|"
    "estimated amount|est amount|estimated budget|est budget|bid|bids|bid total|total bid|quote|"
    "bid amount|bid cost|guess|guesstimate|best guess|greenlit budget|green lit budget|"
    "greenlight budget|budgeted cost|"
    "budgeted costs|budget cost|planned|plan|planned cost|planned budget|plan cost|"
    "allocated|allocation|bdgt|bud|cost estimate|amount|amt|amounts|"
    "series budget|series total|season total|season budget|total season|budget series|"
    "picture budget|proposed budget|preliminary budget|"
    "draft *|version *|fassung *|"
    "draft budget|prelim budget|control budget|master budget|starting budget|bond budget|"
    "bonded budget|total series|show budget|budget usd|$|£|€|eur|gbp|aud|a$|us$|c$|cad|"
    "kalkulation|soll|plan kosten|plankosten|kalkuliert|kalkulierte kosten|kostenvoranschlag|"
    "ansatz|planwert|vorkalkulation|ursprungskalkulation|budget eur|gesamtbudget|betrag|"
    "gesamt kalkulation|kosten|gesamtkosten|budgetiert|genehmigtes budget|gesamtpreis|betrag eur|"
    "betrag netto|gesamt netto|netto|gesamt eur|summe eur|"
    "devis|budget initial|devis initial|budget previsionnel|prevision|prevu|previsionnel|"
    "devis previsionnel|montant|"
    "montants|montant ht|budget ht|total ht|montant prevu|budget prevu|"
    "montant budgete|estimation|devis estimatif|cout prevu|cout estime|couts prevus|budgete|"
    "budget original|devis original|budget approuve|devis approuve|devis ht|depense prevue|"
    "presupuesto|presupuestado|presupuesto inicial|presupuesto original|presupuesto aprobado|"
    "importe|importes|importe total|total presupuesto|presupuesto total|monto|monto total|coste|"
    "costo|coste previsto|coste estimado|costo estimado|estimado|previsto|coste total|costo total|"
    "prix|prix ht|prix total|preis|gesamtpreis netto|precio|precio total|"
    "importe presupuestado|importe previsto|monto presupuestado|valor|"
    + both(_ORIGINAL, _BUDGET)
    + "|"
    + both("total|amount|budget|cost", _MONIES)
)
REVISED = (
    both(_REVISED, _BUDGET) + "|revised|revised bid|bid revised|final bid|award|awarded|"
    "total budget|budget to date|revised estimate|revised total budget|"
    "approved revised budget|revised approved budget|current approved budget|rbudget|"
    "total revised budget|revised budget total|budget current total|current working budget|"
    "budget plus changes|budget incl overages|adjusted|amended|"
    "gen budget|genehmigtes budget|revidiertes budget|aktuelle kalkulation|"
    "revidierte kalkulation|budget aktuell|"
    "aktualisierte kalkulation|kalkulation aktuell|aktuelles budget|neue kalkulation|soll neu|"
    "kalkulation neu|kalkulation revidiert|nachkalkulation|angepasstes budget|"
    "budget revise|devis revise|budget actualise|devis actualise|budget modifie|devis modifie|"
    "budget actuel|budget ajuste|devis ajuste|budget en cours|devis en cours|"
    "presupuesto revisado|presupuesto actual|presupuesto modificado|presupuesto ajustado|"
    "presupuesto vigente|presupuesto actualizado|presupuesto final"
)
APPROVED = (
    "approved changes|approved overages|approved overage|transfers|budget transfers|changes|"
    "budget changes|approved|overages|change orders|approved budget changes|amendments|"
    "adjustments|reallocations|budget adjustments|approved transfers|approved variance|"
    "approved over under|budget change|transfer|approved changes to date|budget amendments|"
    "approved ovg|approved o a|appr overages|appr changes|approved overs|approved adjustments|"
    "approved budget transfers|budget revisions|revisions|budget movements|movements|"
    "approved amendments|approved variations|variations|budget reallocations|transfers in out|"
    "transfers in and out|overages and transfers|approved overages and transfers|"
    "overages transfers|approved scope changes|scope changes|contract changes|change order|"
    "approved budget overages|approved enhancements|enhancements|approved increases|"
    "nachtrage|umbuchungen|anderungen|genehmigte anderungen|budgetanderungen|umschichtungen|"
    "genehmigte nachtrage|freigegebene anderungen|"
    "transferts|virements|modifications|ajustements|depassements approuves|"
    "modifications approuvees|changements approuves|avenants|transferts budgetaires|"
    "cambios aprobados|transferencias|ajustes|modificaciones|cambios|excesos aprobados|"
    "traspasos|ampliaciones"
    "|movement|movement to budget|budget movement|agreed changes|agreed overages|agreed variations|"
    "authorised changes|authorized changes|authorised overages|authorised|authorized|increases|"
    "increases decreases|adds and deducts|additions|supplements|scope change|reallocation|"
    "approved chgs|appd changes|app changes|app overages|approved inc dec|budget virements|"
    "nachtrag|genehmigt|genehmigte mehrkosten|umwidmungen|budgetverschiebung|"
    "budgetverschiebungen|budgetumschichtung|verschiebungen|freigaben|genehmigter nachtrag|"
    "mouvements|mouvement|virement|transfert|changements|modification|ajustement|avenant|"
    "depassements autorises|reaffectations|variations approuvees|"
    "movimientos|movimiento|traspaso|ajuste|cambios autorizados|autorizados|aumentos|adendas|"
    "modificacion|reasignaciones|transferencia"
)
ACTUAL_PERIOD = (
    both(_ACTUAL, "this period|period|this week|this month|current period|current week|for period")
    + "|this period|current period|this week|this month|period|current|week actual|for the period|"
    "period to date|current cost|weekly cost|weekly actuals|this period cost|costs for period|"
    "period expenditure|cost this wk|this wk|actuals this wk|actual current|costs this wk|"
    "cost for period|cost this month|current month|actual costs this period|cost current|"
    "actual cost this period|wk actual|week cost|actual cost this week|period actual cost|"
    "ist periode|kosten periode|diese periode|kosten der periode|diese woche|ist diese woche|"
    "periode|berichtszeitraum|im berichtszeitraum|laufende periode|kosten diese periode|"
    "cette periode|depenses de la periode|cout de la periode|cette semaine|de la periode|"
    "depense periode|couts periode|depenses periode|couts de la periode|semaine en cours|"
    "este periodo|periodo|gasto del periodo|gastos del periodo|esta semana|coste del periodo|"
    "costo del periodo|periodo actual|real del periodo|gasto periodo"
    "|"
    + both(_ACTUAL, "this per|per|cur per|curr per|this mo|this mth|mtd|month to date|in period")
    + "|this per|cur per|curr per|mtd|month to date|spend in period|costs in period|in period|"
    + both("ist|kosten|ausgaben|gebucht|istkosten", _PERIODE)
    + "|"
    + both("cout|couts|depense|depenses|reel|paye|realise", _PERIODO_FR)
    + "|"
    + both("gasto|gastos|gastado|real|coste|costo|pagado|ejercido", _PERIODO_ES)
    + "|lfd monat|laufender monat|laufende periode|lfd periode|aktuelle periode|berichtsmonat|"
    "mois en cours|ce mois|periode en cours|semaine courante|"
    "mes en curso|este mes|mes actual|periodo en curso|semana actual"
)
ACTUAL = (
    both(_ACTUAL, "to date|td|todate|ytd|to dt|incurred")
    + "|actual|actuals|act|to date|spent|paid|actual cost|actual costs|actual amount|total actual|"
    "total actuals|expended|actual spent|actual paid|actual cost to date|actual costs to date|"
    "total actual cost|actual total|actual expense|actual expenses|invoiced|invoiced to date|"
    "actual spend|cost to date actual|actuals as of *|actual as of *|cost to date as of *|"
    "actuals thru *|actual thru *|actuals through *|cost to date thru *|"
    "actuals to *|actual to *|costs to *|cost to *|actuals at *|cost as of *|costs as of *|"
    "posted|posted to date|posted costs|cash spent|expenditure|expenses|amount spent|"
    "actual usd|amount paid|total paid|total spent to date|total paid to date|"
    "actual expenditure|incurred|incurred to date|cost incurred|disbursed|booked|booked to date|"
    "ist|ist bis dato|ist bisher|spent so far|so far|ist kumuliert|ist kum|kumuliert|ist kosten|"
    "istkosten|gebucht|bezahlt|ausgegeben|"
    "ausgaben|verbraucht|tatsachlich|"
    "tatsachliche kosten|bisherige kosten|kosten bisher|ist stand|gezahlt|bisher|aufgelaufen|"
    "aufgelaufene kosten|ist gesamt|kosten ist|angefallen|bisher gebucht|gebuchte kosten|"
    "reel|reels|realise|depense|depenses|depense a ce jour|depenses a ce jour|cout reel|paye|"
    "couts reels|cout a ce jour|couts a ce jour|cout a date|couts a date|depense a date|"
    "depenses a date|regle|realise a ce jour|reel a ce jour|"
    "depenses reelles|depense reelle|paye a ce jour|depenses engagees et payees|comptabilise|"
    "cumul|cumul a ce jour|facture|"
    "gastado|real|gasto real|coste real|costo real|ejecutado|gasto a la fecha|pagado|"
    "real a la fecha|gastado a la fecha|coste a la fecha|costo a la fecha|gastos reales|"
    "cum|cumulative|cum cost|cost cum|cost to dt|kum|kumul|cumule|"
    "dont paye|dont payes|dont regle|davon bezahlt|davon gezahlt|of which paid|"
    "de los cuales pagado|gasto acumulado|ejercido|"
    "gastos a la fecha|acumulado|gastado hasta la fecha|incurrido"
)
COMMITMENTS = (
    "commitments|committed|open pos|open po|pos|outstanding pos|encumbrances|commitment|commits|"
    "open commitments|purchase orders|committed costs|po commitments|encumbered|accruals|comm|"
    "outstanding commitments|committed cost|open po s|committed pos|open orders|encumbrance|"
    "open purchase orders|po s|commit|outstanding po s|outstanding po|po outstanding|"
    "pos outstanding|po open|po committed|purchase commitments|commitments to date|"
    "commitments pos|commitments open pos|accrued|accrual|accruals and commitments|outstanding|"
    "open p os|p o s|po balance|po amount|pending pos|po total|owing|owed|unpaid|payable|"
    "open po commitments|accruals and pos|pos and accruals|orders|"
    "obligo|offene bestellungen|bestellungen|gebunden|verbindlichkeiten|bestellt|"
    "offene verpflichtungen|verpflichtungen|beauftragt|gebundene mittel|offene posten|"
    "engagements|engage|engages|engagement|commandes|bons de commande|bdc|commandes en cours|"
    "engagements en cours|bons de commande ouverts|reste a payer|depenses engagees|engage non paye|"
    "compromisos|comprometido|ordenes de compra|compromiso|pedidos|ordenes de compra abiertas|"
    "pendiente de pago|por pagar|gasto comprometido|oc|oc abiertas"
    "|orders o s|o s orders|pos o s|o s pos|p os o s|o s p os|open orders pos|orders outstanding|"
    "outstanding orders|ordered|on order|committed not paid|committed not invoiced|po o s|"
    "commitments o s|committed o s|balance of pos|uninvoiced pos|pos not invoiced|contracted|"
    "offene auftrage|auftrage|auftragsobligo|bestellobligo|offene rechnungen|vertragsobligo|"
    "offene bestellungen obligo|obligo offen|verpflichtet|"
    "bdc ouverts|bdc en cours|commandes ouvertes|engagements ouverts|engage non facture|"
    "bc ouverts|bons de commande en cours|bc en cours|commande|reste engage|"
    "pedidos abiertos|pedidos pendientes|ordenes abiertas|compromisos abiertos|contratado|"
    "pendiente de facturar|oc pendientes|ordenes pendientes|comprometido pendiente"
)
TOTAL_COST = (
    "total cost|total costs|costo total|coste total|total cost to date|total costs to date|"
    "cost and commitments|"
    "actual and commitments|total to date|total exposure|actuals and commitments|total spent|"
    "total committed|total cost and commitments|cost plus commitments|total|total incurred|"
    "cost to date and commitments|costs and commitments|total cost incurred|"
    "actuals commitments|actual and committed|total actual and commitments|total td|"
    "total incl pos|actuals and pos|total committed and spent|costs to date total|"
    "total actual and committed|actual plus commitments|spent and committed|committed and spent|"
    "total obligations|total expenditure|total actuals and commitments|exposure|total expended|"
    "actuals plus commitments|total cost to dt|"
    "gesamt|ist und obligo|ist obligo|summe ist und obligo|gesamt ist|gesamtkosten bisher|summe|"
    "ist inkl obligo|gesamtsumme|total kosten|"
    "cout total|couts totaux|total depense|total engage|total des couts|depense et engage|"
    "depenses et engagements|reel et engage|total a ce jour|total reel et engage|realise et engage|"
    "gasto total|total comprometido|total gastado|real y comprometido|total a la fecha|"
    "gastado y comprometido"
)
ETC = (
    "etc|estimate to complete|est to complete|estimated to complete|to complete|est to comp|"
    "cost to complete|costs to complete|ctc|estimated cost to complete|est cost to complete|"
    "forecast to complete|estimate to completion|remaining to spend|est to cmp|cost to comp|"
    "remaining cost|to go|cost to go|estimate to comp|est cost to comp|cost to completion|"
    "costs to completion|estimated costs to complete|ests to complete|to be spent|still to spend|"
    "remaining costs|left to spend|to spend|yet to spend|to come|costs to come|est to go|"
    "noch zu erwarten|noch zu erwartende kosten|restkosten|zu erwarten|noch offen|"
    "erwartete restkosten|prognose rest|noch anfallende kosten|noch anfallend|restliche kosten|"
    "schatzung bis fertigstellung|noch ausstehend|bis fertigstellung|ausstehende kosten|"
    "a completer|cout a completer|reste a completer|"
    "reste a depenser|reste a engager|cout a terminer|couts a terminer|a terminer|a depenser|"
    "estimation pour terminer|reste a faire|estime a terminer|cout pour terminer|a venir|"
    "depenses a venir|reste a venir|couts a venir|estimation a terminer|reste estime|"
    "por gastar|estimado por gastar|por ejercer|pendiente de gastar|estimado para completar|"
    "coste por completar|estimado a completar|pendiente|resto por gastar|costo por completar|"
    "estimacion para terminar|por completar"
)
EFC = (
    both(_FORECAST, _FINAL)
    + "|efc|eac|afc|ffc|estimate at completion|final estimate|forecast|forecasts|projected|outturn|"
    "estimated final|final cost|final costs|projection|estimated cost final|estimate final cost|"
    "estimate final|est final|anticipated|total forecast|total projected|estimated total costs|"
    "projected total|forecast outturn|total anticipated cost|total est cost|est at completion|"
    "total estimated cost|final projected cost|projected final|estimated final costs|est fin cost|"
    "forecast final|final forecast|estimated total final cost|total estimated final cost|"
    "total efc|indicated final cost|ultimate cost|probable final cost|"
    "voraussichtl endkosten|vorauss endkosten|voraussichtliche endkosten|endkosten|prognose|"
    "erwartete endkosten|hochrechnung|"
    "prognose endkosten|geschatzte endkosten|endgultige herstellungskosten|gesamtprognose|"
    "erwartete gesamtkosten|voraussichtliche gesamtkosten|endgultige kosten|endprognose|"
    "endstand|prognostizierte kosten|voraussichtlich|vorschau|endkostenprognose|"
    "cout final estime|cout estime final|cout final|estimation finale|cout final prevu|cfe|"
    "couts finaux estimes|cout prevu final|cout final previsionnel|total estime|prevision finale|"
    "estimation du cout final|couts finaux|prevision fin de film|atterrissage|"
    "estime final|cout total estime|cout previsionnel final|"
    "coste final estimado|costo final estimado|coste final|costo final|estimado final|"
    "estimacion final|proyeccion|gasto final estimado|costo final proyectado|"
    "coste final previsto|prevision final|coste estimado final"
    "|"
    + both(_ERWARTET, "kosten|endkosten|gesamtkosten|gesamt|herstellungskosten|schlusskosten")
    + "|"
    + both("proyectado|estimado|esperado", "costo final|coste final|cierre|gasto final|final")
    + "|final spend|projected cost at completion|cost at completion|forecast to completion|"
    "forecast at completion|efc total|schlusskosten|cierre|costo al cierre|coste al cierre|"
    "cout a l achevement|cout a terminaison|cout final anticipe|cout anticipe|"
    "prevision de cierre|proyeccion al cierre|proyeccion final"
)
VARIANCE = (
    "variance|over under|var from budget|var to budget|var|under over|difference|over short|diff|"
    "variance to budget|"
    "budget variance|over under budget|under over budget|over|total variance|variance to date|"
    "variance over under|efc variance|variance efc|variances|over budget|under budget|"
    "over under variance|variance under over|budget vs actual|budget v actual|"
    "variance vs budget|variance from budget|current variance|variance this period|delta|"
    "balance|remaining|remaining budget|budget remaining|left|budget left|amount remaining|"
    "over or under|over and under|surplus deficit|favourable adverse|fav unfav|savings overages|"
    "saving overage|overage saving|under and over|total over under|short over|o u|u o|"
    "over under this period|variance total|"
    "abw|abweichungen|uber unterschr|desv|dif|var|ecart devis|whats left|amount left|"
    "abweichung|differenz|uber unter|abweichung budget|mehr minder|mehr minderkosten|"
    "uber unterschreitung|uber unterdeckung|abweichung gesamt|soll ist|soll ist abweichung|"
    "saldo|rest|restbudget|verfugbar|"
    "ecart|ecarts|depassement|difference budget|ecart budget|ecart sur devis|solde|"
    "depassement economie|economie depassement|variation|ecart total|plus moins|reste|"
    "variacion|diferencia|desviacion|desviaciones|sobre bajo|varianza|desvio|"
    "saldo disponible|restante|disponible"
)

FIELDS = (
    Field("account", ACCOUNT, Shape.CODE, weight=1.2),
    Field("description", DESCRIPTION, shape=Shape.WORDS),
    Field("budget", BUDGET, Shape.MONEY, weight=1.5),
    Field("approved_changes", APPROVED, Shape.MONEY, weight=1.5),
    Field("revised_budget", REVISED, Shape.MONEY, weight=1.5),
    Field("actual_period", ACTUAL_PERIOD, Shape.MONEY, weight=1.5),
    Field("actual_to_date", ACTUAL, Shape.MONEY, weight=1.5),
    Field("commitments", COMMITMENTS, Shape.MONEY, weight=1.5),
    Field("total_cost", TOTAL_COST, Shape.MONEY, weight=1.2),
    Field("etc", ETC, Shape.MONEY, weight=2.0),
    Field("efc", EFC, Shape.MONEY, weight=2.0),
    Field("variance", VARIANCE, Shape.MONEY, weight=1.5),
    Field("notes", NOTES, weight=0.5),
)

MONEY = tuple(field.name for field in FIELDS if field.shape is Shape.MONEY)
"""The money columns, from the original budget to the variance."""
