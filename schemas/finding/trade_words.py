"""Words that tell a production's sheets from an office's, besides jobs and departments."""

from __future__ import annotations

HEADINGS = (
    "deal memos?|deal memo.*|start(?:work| work)? (?:paperwork|pack(?:et|age)?|slip|forms?)|"
    "loan ?out|loan out.*|kit(?: (?:fee|rental|rate).*)?|box(?: (?:fee|rental|rate).*)?|box kit.*|"
    "kit box.*|union(?: local)?|local(?: #)?|guild|iatse.*|sag(?: aftra)?.*|actra.*|equity.*|"
    "characters?(?: name)?|actors?(?: name)?|actress|actor actress|performers?(?: name)?|talent|"
    "cast(?: #| id| no| number| member)?|played by|element(?: id| #)?|board (?:id|#)|"
    "episodes?|eps|scenes?(?: #)?|int ext|i e|shoot(?:ing)? days?|days? worked|wrap(?: date)?|"
    "call(?: time)?|set|credit|screen credit|stunt.*|wardrobe.*|"
    "agent|agency|agents?(?: manager)?|gtd hours|guaranteed? (?:hours|hrs)|dgc|dga|unit|"
    "personnage.*|comedien.*|acteur.*|interprete|cachet|poste|"
    "rolle|darsteller.*|schauspieler.*|gage|drehtage|agentur|"
    "personaje.*|actor actriz|interpretes?|papel|"
    "envelope(?: #)?|custodian|pc envelope|(?:total )?fringes?|occ(?: code)?|efc|etc"
)
"""Headings that hardly any other trade has."""

OFFICE_HEADINGS = (
    "sku|item code|part (?:#|no|number)|unit price|price each|qty on hand|quantity on hand|"
    "in stock|stock|reorder.*|delivery date|ship.*|customer.*|client.*|warehouse|employee id|"
    "student.*|pupil.*|class|grade|net pay|deductions?|tax withheld|hire date|date of hire|salary|"
    "lead source|last contacted|opportunity|stage|deal value|product|region|rep|sales rep|balance|"
    "genre|rating|ratings|year|author|isbn|publisher|album|track|seen on|watched|director|"
    "requested by|requisition\\w*|cost cent(?:er|re)|plant|serial (?:#|no|number)|warranty.*|"
    "banf|besteller|kostentrager|ware da|finanzierung|anforderer|bedarfsanforderung|"
    "rechnung an.*|wbs|project (?:code|no|number)|"
    "cal due|calibration.*|out to|invoice to|extension|manager|reports to|supervisor"
)
"""Headings that other trades have and a production hardly."""

FILM_TOO = (
    "director|producer|production|editor|accountant|accounting|driver|transport\\w*|security|"
    "catering|music|sound|hair|art|location|coordinator|construction|medic|safety|unit|office|"
    "publicist|photographer|animals?|carpenter|painter|rentals?|crew|cast|talent|script|"
    "produktion|production|produccion|produktions\\w*|son|sonido|arte|fahrer|chauffeur"
)
"""Words of a film crew that other trades use as well."""

OFFICE = (
    "sales|marketing|human resources|h\\.?r\\.?|i\\.?t\\.?|engineer\\w*|developer|software|analyst|"
    "clerk|cashier|barista|nurse|teacher|professor|lecturer|student|pupil|warehouse|reception\\w*|"
    "bookkeeper|account(?:s)? manager|account executive|c[etfo]o|vp|vice president|president|"
    "managing director|owner|consultant|attorney|lawyer|paralegal|partner|associate|chef|cook|"
    "waiter|waitress|server|bartender|dishwasher|kitchen|front of house|store|retail|shift|"
    "customer (?:service|success|support)|support|operations|finance|product|project manager|"
    "administrat\\w+|admin|management|secretary|buyer|procurement|logistics|janitor|cleaner|"
    "maintenance|technician|mechanic|plumber|electrician|welder|foreman|doctor|dentist|therapist|"
    "researcher|scientist|chair(?:man|woman)?|treasurer|board|volunteer|pastor|coach|"
    "lead|leads|prospect|customer|client|supplier|web|referral|trade fair|intern|trainer|"
    "daily sales|cogs|store rent|rent|utilities|electricity|internet|software|subscriptions?|"
    "stationery|office supplies|"
    "bride\\w*|groom|bridesmaids?|rsvp|honeymoon|marquee|toastmaster|first dance|save the dates?|"
    "salar(?:y|ies)|website|hosting|groceries|mortgage|retail|revenues?|cash|receivables?|"
    "payables?|"
    "vertrieb|verkauf|personal|buchhaltung|geschaftsfuhr\\w+|verwaltung|kunde\\w*|"
    "ventes|comptab\\w+|ressources humaines|informatique|commercial\\w*|directeur general|gerant|"
    "ventas|contab\\w+|recursos humanos|informatica|gerente|administracion"
)
"""Jobs, departments and things of an office."""
