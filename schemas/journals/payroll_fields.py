"""Payroll's columns, in four languages."""

from __future__ import annotations

from schemas import wordings
from schemas.headings import Field, Shape

FIELDS = (
    Field(
        "week_ending",
        "week ending|w e|we|w e date|we date|week ending date|week end|wk ending|wk end|wkend|"
        "period ending|pay period ending|period end|pay period end|ppe|week ended|weekending|"
        "period end date|pay period end date|semaine terminant|semaine se terminant le|semaine|"
        "semana|semaine finissant le|fin de semaine|semaine du|fin de periode|semana que termina|"
        "semana terminada|fin de semana|fecha fin de semana|semana al|semana hasta|"
        "fin de periodo|woche bis|woche endend|woche endet|wochenende|kw ende|"
        "abrechnungswoche bis|periode bis|semana que acaba|semana que finaliza|semana acabada|"
        "sem al|woche endend am|sem finissant|wk end date|sem au|semaine au|"
        "sem se terminant|sem terminee",
        Shape.DATE,
        weight=2.0,
    ),
    Field(
        "name",
        "name|employee|employee name|crew member|payee|full name|crew name|worker|person|"
        "employee full name|crew|loan out employee|last name|surname|employe|nom de l employe|"
        "salarie|technicien|nom de famille|empleado|trabajador|nombre del empleado|apellido|"
        "apellidos|mitarbeiter|mitarbeiterin|arbeitnehmer|nachname|mitarbeiter in|"
        + wordings.PERSON,
        Shape.WORDS,
    ),
    Field(
        "position",
        "position|occupation|occ|job title|title|job|classification|occ code|role|craft|"
        "occ description|occupation description|posicion|crew position|" + wordings.JOB,
        Shape.WORDS,
    ),
    Field(
        "account",
        "account|acct|account code|acct #|account #|account no|account number|acct no|acct code|"
        "budget code|cost code|gl code|gl account|coding|code|compte|no compte|code budgetaire|"
        "code comptable|cuenta|codigo|cuenta contable|partida|konto|kontonummer|konto nr|kto|"
        "kostenstelle|kst|a c|a c #|cpte|cta|coded to|charge to|imputation|imputacion|"
        "partida presupuestaria|kto nr|kostenart|poste budgetaire",
        Shape.CODE,
    ),
    Field(
        "hours",
        "hours|total hours|hrs|total hrs|hrs total|hours total|stunden total|"
        "hours worked|worked hours|hours paid|ttl hrs|tot hrs|"
        "heures|total heures|total des heures|nb heures|heures travaillees|horas|horas totales|"
        "total hres|hres|tot hres|total h|total horas|total de horas|horas trabajadas|stunden|"
        "gesamtstunden|std|arbeitsstunden|stunden gesamt|std gesamt|straight time|st|st hours|"
        "st hrs|1x|1 0x|hours 1x|1x hours|1x hrs|reg hours|regular hours|reg hrs|reg|regular|"
        "straight|straight hours|straight time hours|1 x|heures normales|heures norm|h norm|"
        "heures regulieres|temps simple|horas normales|horas ordinarias|normalstunden|"
        "regelstunden|normal std",
        Shape.NUMBER,
        weight=1.5,
    ),
    Field(
        "gross",
        "gross|gross wages|gross pay|gross amount|total gross|wages|gross earnings|gross payroll|"
        "total wages|taxable gross|subject wages|gross salary|gross total|total earnings|"
        "earnings|gross labor|labor|labour|wages paid|brut|salaire brut|remuneration brute|"
        "total brut|montant brut|bruto|devengado|total devengado|salario bruto|sueldo bruto|"
        "importe bruto|total bruto|bruttolohn|brutto|bruttogage|bruttogehalt|bruttoentgelt|"
        "lohn brutto|gage brutto|percepcion bruta|percepciones|percepcion total|total percepciones",
        Shape.MONEY,
        weight=1.5,
    ),
    Field(
        "fringe",
        "fringe|fringes|total fringe|total fringes|er fringes|employer taxes|fringe total|"
        "employer contributions|er taxes|payroll taxes|p r taxes|employer costs|benefits|"
        "employer nic|employers nic|er nic|employer ni|employers ni|er ni|nic|on costs|oncosts|"
        "employer fringe|employer fringes|taxes and fringes|fringe benefits|pr taxes|seg social|"
        "seg social empresa|seguridad social|charges|charges sociales|charges patronales|"
        "avantages sociaux|avantages|das|cotisations patronales|cargas sociales|"
        "cuotas patronales|cargas|ss empresa|sozialabgaben|lohnnebenkosten|ag anteil|"
        "dienstgeberanteil|dg anteil|arbeitgeberanteil|sv ag anteil|nebenkosten|charges patr|"
        "charges patron|cot patronales|cotis patronales|part patronale|fringe amount|fringe $|"
        "er cost|er costs|employer cost|p r fringe|pr fringe|ag anteil sv|ag sv|"
        "arbeitgeberanteile|seg soc|ss emp|carga social|s s empresa|ss a cargo empresa|ag kosten|"
        "lnk|super|superannuation|super 12",
        Shape.MONEY,
    ),
)

EXTRA = (
    Field(
        "overtime",
        "ot|overtime|1 5x|ot hours|overtime hours|1 5x hours|ot hrs|1 5|1 5x hrs|time and a half|"
        "hours 1 5x|1 5 x|ot 1 5|ot 1 5x|heures supplementaires|heures supp|hs|temps et demi|"
        "temps et demie|horas extra|horas extras|uberstunden|mehrarbeit|ub std",
        Shape.NUMBER,
    ),
    Field(
        "doubletime",
        "dt|double time|2x|2 0x|dt hours|double|2x hours|2 0|dt hrs|2x hrs|double time hours|"
        "hours 2x|2 x|doubletime|temps double|heures doubles|horas dobles|doppelt|doppelstunden",
        Shape.NUMBER,
    ),
    Field(
        "line",
        "date|work date|day|date worked|worked|pay type|pay code|earning|earning code|type|"
        "earnings code|invoice #|line|line #|episode|set|jour|fecha|tag|datum",
    ),
    Field("first_name", "first name|first|given name|prenom|nombre de pila|vorname"),
    Field("status", "status|state|statut|estado"),
)
"""Columns that are no fields of the kind, read for what they tell."""
