"""The columns of an equipment list, as rental houses and departments head them."""

from __future__ import annotations

from schemas import wordings
from schemas.headings import Field, Shape

FIELDS = (
    Field(
        "description",
        "description|item|equipment|item description|equipment description|gear|article|items|"
        "product|model|make model|equipment item|description of equipment|rental item|unit name|"
        "item name|equipment type|make and model|vehicle|materiel|designation|gerat|geraet|"
        "bezeichnung|artikel|gegenstand|equipo|descripcion|articulo|material|vehicule|fahrzeug|"
        "vehiculo|what|thing|things|kit|kit item|package|what we have|matos|matos materiel|"
        "technik|gerat typ|modell|equipo alquilado",
        Shape.WORDS,
        weight=1.2,
    ),
    Field(
        "vendor",
        "vendor|rental house|supplier|rental company|rental co|rental agency|hire co|hire company|"
        "vendor name|company|supplied by|source|house|rental vendor|rented from|loueur|"
        "fournisseur|prestataire|verleiher|verleih|vermieter|lieferant|proveedor|"
        "casa de alquiler|casa de renta|empresa|rental source|from whom|who from|from who|"
        "hired at|hired from|"
        "from hire co|from hire company|loue chez|chez|alquilado a|proveedor alquiler|"
        "firma|gemietet bei|mietfirma|kreditor|acreedor|creancier",
        Shape.WORDS,
        weight=1.2,
    ),
    Field(
        "quantity",
        "qty|quantity|count|units|pcs|pieces|# of units|quan|qnty|no of units|no of|quantite|qte|"
        "nb|nombre|menge|anzahl|anz|stuck|stueck|stk|cantidad|cant|uds|unidades|ctd|how many|no|"
        "number|# units|qte louee|st",
        Shape.NUMBER,
    ),
    Field(
        "start_date",
        "start date|pickup|pick up|pickup date|pick up date|pu date|pu|p u|collect|collection|"
        "collection date|start|out|date out|out date|hire start|on hire|on hire date|"
        "rental start|rental from|hire from|delivery|delivery date|delivered|from|"
        "date from|from date|check out|checkout|checked out|check out date|rental start date|"
        "hire date|rent from|prep date|date picked up|picked up|debut|date debut|date de debut|"
        "enlevement|date d enlevement|sortie|depart|du|debut location|mietbeginn|abholung|"
        "abholdatum|von|beginn|ab|ausgabe|leihbeginn|inicio|fecha inicio|fecha de inicio|"
        "recogida|fecha de recogida|desde|entrega|salida",
        Shape.DATE,
        spans=True,
        weight=1.3,
    ),
    Field(
        "end_date",
        "return date|return|end date|returns|due back|end|due back date|return by|return due|"
        "off hire|off hire date|hire end|rental end|rental end date|rental to|hire to|hired to|"
        "date in|in date|in|back|wrap|to|date to|to date|until|through|thru|drop off|check in|"
        "check in date|expected return|scheduled return|return due date|due|due date|rent to|"
        "return by date|retour prevu|retour le|retour|date retour|date de retour|fin|date fin|"
        "date de fin|au|restitution|fin location|mietende|ruckgabe fallig|"
        "ruckgabe geplant|ruckgabe bis|fallig|ruckgabe|rueckgabe|ruckgabedatum|bis|"
        "ende|leihende|fecha fin|fecha de fin|devolucion|fecha de devolucion|hasta|regreso",
        Shape.DATE,
        spans=True,
        weight=1.3,
    ),
    Field(
        "rate",
        "rate|day rate|daily rate|weekly rate|rental rate|daily|weekly|rate day|rate week|"
        "hire rate|price|unit price|unit cost|unit rate|cost per day|cost day|per day|per week|"
        "week rate|wk rate|$ week|$ day|$ wk|rate per day|rate per week|cost per week|"
        "rental price|price day|price per day|tarif|tarif jour|tarif journalier|prix|prix jour|"
        "prix unitaire|prix semaine|tarif semaine|tagespreis|tagesmiete|mietpreis|preis tag|"
        "wochenpreis|einzelpreis|miete|preis|tarifa|precio|precio dia|tarifa diaria|"
        "precio semana|tarifa dia|precio por dia|tagessatz|miete tag|miete pro tag|miete woche|"
        "day|week|wk|tarif ht|tarif ht jour|rate p w|rate pw|rate p d|rate pd|"
        "tages miete|tagesmiete netto|prix ht jour|ht jour|prix j|tarif j|eur tag|eur dia|day $|"
        "$ per day|daily hire|wochenansatz|tagesansatz|ansatz|wochensatz|ansatz woche|ansatz tag",
        Shape.RATE,
        weight=1.2,
    ),
    Field(
        "rate_unit",
        "per|rate unit|unit of rate|rate type|basis|period|rate basis|billing|rental period|term|"
        "day week|unit|unite|einheit|unidad",
        weight=0.3,
        further=True,
    ),
    Field(
        "po_number",
        "po #|po number|po|po no|purchase order|purchase order #|po num|p o|order #|order|"
        "order no|our po|"
        "our po #|our p o|our order|bdc|bon de commande|bc|no bc|bc no|bc n|bestellnummer|"
        "bestell nr|bestellnr|orden de compra|oc|pedido|best nr|bestell no|n de commande|bc #|"
        "n pedido|no pedido|num pedido|pedido no|n oc|o c",
        Shape.CODE,
    ),
    Field(
        "amount",
        "total|total cost|cost|amount|extended|ext|line total|subtotal|rental total|total rental|"
        "hire cost|total hire|est cost|estimate|estimated cost|rental cost|montant|total ht|cout|"
        "gesamt|betrag|gesamtpreis|kosten|importe|coste|coste total|costo|costo total",
        Shape.MONEY,
        weight=0.5,
        further=True,
    ),
    Field(
        "department",
        "department|dept|dpt|departement|abteilung|departamento|category|depto|kategorie|categoria",
        weight=0.5,
        further=True,
    ),
    Field(
        "serial",
        "serial #|serial|ser|ser no|ser #|serial number|serial no|s n|sn|asset #|asset id|"
        "asset tag|asset number|asset no|barcode|tag #|unit #|unit number|vin|license plate|"
        "equipment id|plate|"
        "no de serie|no serie|numero de serie|seriennummer|serien nr|inventarnummer|matricula|"
        "kennzeichen|immatriculation|asset|seriennr|serien no|asset id no|serial asset|id serial|"
        "serial id|serial or asset|barcode #|equipment #|n serie|num serie|n de serie|"
        "n de serie ref|no de serie ref|serial ref|serial no ref|serien nr ref",
        Shape.CODE,
        weight=0.5,
        further=True,
    ),
    Field(
        "hired_to",
        "last day of hire|last hire day|in use until|used until",
        Shape.DATE,
        weight=0.1,
        further=True,
    ),
    Field(
        "returned",
        "returned|date returned|actual return|returned date|returned on|actual return date|"
        "off hired|date off hired|actual off hire|date back|back on|rtnd|rtn d|ret d|retd|"
        "docket signed|returned to vendor|"
        "return confirmed|actually returned|came back|came back on|came in|went back|gone back|"
        "back in|sent back|taken back|dropped back|actually back|actual back|actual in|really back|"
        "date back actual|house has it|rentre|rentre le|revenu|revenu le|wieder da|"
        "zuruckgebracht|zuruckgebracht am|wirklich zuruck|volvio|ha vuelto|"
        "checked in|rendu|rendu le|retourne|retourne le|zuruck|zuruck am|zuruckgegeben am|"
        "devuelto el|zuruckgegeben|devuelto|returned y n",
        weight=0.5,
        further=True,
    ),
    Field(
        "account",
        "account|acct|account code|acct #|account #|budget code|acct code|code|gl code|coding|"
        "konto|compte|cuenta|account number",
        Shape.CODE,
        weight=0.3,
        further=True,
    ),
    Field("status", "status|state|statut|estado|confirmed|condition", weight=0.3, further=True),
    Field(
        "notes",
        "special instructions|" + wordings.NOTES,
        weight=0.2,
        further=True,
    ),
)
