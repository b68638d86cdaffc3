"""The fields of a crew list, with their headings in English, French, Spanish and German."""

from __future__ import annotations

from schemas import wordings
from schemas.headings import Field, Shape
from schemas.people import papers

FIELDS = (
    Field(
        "department",
        "department|dept|dpt|abt|departement|abteilung|gewerk|bereich|departamento|depto|dpto|section|"
        "crew department|department name|equipe|area",
        shape=Shape.WORDS,
        weight=1.5,
    ),
    Field(
        "position",
        "position|pos|title|job title|job|role|crew position|occupation|occ|classification|"
        "job description|capacity|credit|position title|title position|position held|crew role|"
        "designation|"
        "occ code|role title|job position|position job title|role position|intitule du poste|"
        "poste occupe|cargo funcion|stab|" + wordings.JOB,
        shape=Shape.WORDS,
        weight=2.0,
    ),
    Field(
        "name",
        "name|who|crew name|crew member|full name|employee|employee name|person|crew|contact|"
        "contact name|legal name|preferred name|mitarbeiter|technicien|nom du technicien|"
        "crew members|crew member name|crew full name|employee full name|last name first|"
        "last first name|first name last|first last name|surname first name|surname first|"
        "first name surname|" + wordings.PERSON,
        shape=Shape.WORDS,
    ),
    Field(
        "first_name",
        "first name|first|given name|prenom|vorname|fname|first names|nombre de pila|nombres|"
        "first name preferred",
        shape=Shape.WORDS,
    ),
    Field(
        "last_name",
        "last name|last|surname|family name|nachname|familienname|apellido|apellidos|lname|"
        "nom de famille|zuname",
        shape=Shape.WORDS,
    ),
    Field(
        "phone",
        "phone|cell|cell #|cell phone|mobile|phone #|tel|telephone|phone number|cell number|"
        "mobile number|contact number|contact #|mob|ph|cell phone #|cell phone number|"
        "telephone portable|no de telephone|telefono movil|phone cell|cell mobile|primary phone|"
        "phones|phone email|phone e mail|contact info|contact details|contact information|"
        "phones emails|" + wordings.PHONE,
        private=True,
    ),
    Field(
        "email",
        "email|e mail|email address|e mail address|courriel|mail|correo|correo electronico|"
        "adresse mail|adresse courriel|adresse email|mail adresse|email adresse|emails|mel",
        private=True,
    ),
    Field(
        "union",
        "union|local|union local|local #|union #|guild|union status|affiliation|iatse|union guild|"
        "union non union|local union|syndicat|gewerkschaft|sindicato|union affiliation|local no",
    ),
    Field(
        "start_date",
        "start date|start|deal start|start work|date in|hire date|on|first day|debut|beginn|inicio|"
        "start of work|prep start|contract start|starts on|first work day|start day|work start|"
        "debut contrat|debut de contrat|date d entree|fecha alta|alta|vertragsbeginn|vertrag von|"
        "vertrag ab|start ab|drehbeginn|deal from|dates from|booked from|contrato desde|"
        + wordings.START
        + "|"
        + wordings.ENGAGED_FROM,
        Shape.DATE,
    ),
    Field(
        "end_date",
        "end date|end|wrap date|wrap|deal end|finish|finish date|date out|last day|off|fin|ende|"
        "stop date|contract end|last work day|end day|work end|ends on|stop|fin contrat|"
        "fin de contrat|date de sortie|fecha final|fecha baja|baja|vertragsende|vertrag bis|"
        "drehende|estimated wrap|est wrap|deal to|deal until|deal thru|dates to|booked to|"
        "booked until|contrato hasta|" + wordings.END + "|" + wordings.ENGAGED_TO,
        Shape.DATE,
    ),
    Field(
        "rate",
        "rate|deal rate|weekly rate|daily rate|day rate|hourly rate|weekly|daily|hourly|salary|pay|"
        "pay rate|rate per day|rate per week|rate per hour|rate day|rate week|rate hour|rate wk|"
        "rate hr|flat rate|wage|fee|cachet|tarif|gage|tarifa|base rate|labor rate|labour rate|"
        "week rate|hour rate|hr rate|bruto|wkly rate|rate amount|agreed rate|contract rate|salaire|"
        "salaire brut|taux|taux horaire|tarif jour|tarif journalier|tarif semaine|salaire hebdo|"
        "salaire hebdomadaire|salaire journalier|wochengage|tagesgage|stundensatz|honorar|lohn|"
        "gage woche|gage tag|salario|sueldo|salario semanal|salario diario|tarifa dia|"
        "tarifa semana|10 hr rate|12 hr rate|10hr rate|12hr rate|8 hr rate|scale rate|deal|"
        "sueldo*|salario*|salaire*|gage*|tarifa*|cachet*|taux*|honorar*|$|£|€|weekly $|weekly £|"
        "weekly €|daily $|day $|hourly $|$ wk|$ day|$ week|$ hr|per week|per day|per hour|rate $|"
        "rate £|rate €|deal $|money|negotiated rate|remuneration|ansatz|"
        "tagesansatz|wochenansatz",
        Shape.RATE,
    ),
    Field(
        "rate_unit",
        "rate unit|unit of rate|per|rate type|pay type|rate basis|basis|deal type|pay period|"
        "terms|rate period|rate per|rate frequency|hourly daily weekly|type of rate|par|pro|por|"
        "einheit gage|unidad tarifa|h d w|hr day wk|base|je|gage je|unite de paie|a la|"
        "flat or weekly|basis of pay",
    ),
    Field(
        "guarantee_hours",
        "guarantee|guarantee hours|guaranteed hours|gtd hours|gtd|hours guaranteed|guar|guar hours|"
        "guar hrs|hours|hrs|hrs gtd|gtee|hours per day|daily hours|guaranteed|weekly hours|"
        "hours per week|hours week|hours day|guaranteed hrs|guarantee hrs|gtd hrs|min hours|"
        "heures|heures garanties|heures par jour|stunden|stunden garantiert|garantierte stunden|"
        "horas|horas garantizadas|hours guarantee|work hours|hrs day|hrs week|min hrs|gty hrs|"
        "gty hours|gty|gtee hrs|base h|base hrs|base hours|base horas|base std|base heures|"
        "h base|std basis|hours base|g hrs|guar hr|hours in deal|h garanties|h gar|h garant|h sem|"
        "h semaine|heures sem",
        Shape.NUMBER,
    ),
    Field(
        "account",
        "account|acct|budget code|account code|acct code|code|codes|acct #|account #|"
        "budget account|gl code|budgetcode|budget head|head|cuenta presupuestaria|"
        + wordings.ACCOUNT,
        Shape.CODE,
    ),
    Field(
        "deal_memo",
        "deal memo|memo|carta acuerdo|carta de acuerdo|lettre d accord|"
        "deal memo out|deal memo back|vertrag zuruck|vertrag retour|contrat retour|"
        "contrato devuelto|deal memo signed|deal memo sent|dm|deal memo received|signed|"
        "deal memo in|deal memo status|signed deal memo|contract signed|contract|deal memos|"
        "dm signed|dm in|dm rec d|dm received|deal memo rec d|deal memo back|contrat|"
        "contrat signe|contrato|contrato firmado|vertrag|vertrag unterschrieben|contract status|"
        "contract in|deal memo complete|deal memo executed|crew deal memo|contract ret d|"
        "contract returned|contract back|deal memo ret d|deal memo returned|dm ret d|dm back|"
        "contract rec d|contract received|paper signed|signed deal|agreement signed|agreement|"
        "contract issued|contract sent|contract out|"
        "signed agreement|contract rtnd|contract rtn d|dm rtnd|agreement returned",
        Shape.MARK,
    ),
    Field(
        "start_paperwork",
        "starts|" + papers.HEADINGS,
        Shape.MARK,
    ),
    Field("unit", "unit|shooting unit|unite|einheit|unidad|main 2nd unit|crew unit|job #|job no"),
    Field(
        "status",
        "status|confirmed|booking|booking status|hold status|state|statut|estado|hire status|"
        "confirmed pencil|confirmation|availability status|deal status|confirmado|bestatigt|"
        "hired status|pencil confirmed|pencilled confirmed|booked|booked y n",
    ),
    Field(
        "notes",
        "notes|note|comments|comment|remarks|notes comments|special notes|remarques|"
        "bemerkungen|deal notes|" + wordings.NOTES,
    ),
    Field(
        "ticket_expires",
        "ticket expires|ticket expiry|tickets expire|ticket exp|tickets expiry|ticket expiry date|"
        "cert expires|cert expiry|cert exp|certificate expires|certificate expiry|certs expire|"
        "certification expires|certification expiry|certificate expiration|cert expiration|"
        "certification expiration|licence expires|licence expiry|license expires|license expiry|"
        "license expiration|licence exp|license exp|qualification expires|qualification expiry|"
        "safety cert expires|safety cert expiry|safety ticket expires|safety passport expires|"
        "safety passport expiry|first aid expires|first aid expiry|ipaf expires|ipaf expiry|"
        "osha expires|osha expiry|medical expires|medical expiry|safety training expires|"
        "ticket expires required|cert expires required|certificate expires required|"
        "ticket expiry required|certificate expiry required|cert expiry required|"
        "schein gultig bis|zertifikat gultig bis|habilitation valable jusqu au|"
        "certificado vence|carnet vence",
        weight=0.3,
        further=True,
    ),
)
