"""A permit log's fields and what people head them with."""

from __future__ import annotations

from schemas import wordings
from schemas.headings import Field, Shape

FIELDS = (
    Field(
        "permit_number",
        "permit agreement|agreement ref|agreement no|permit or agreement|permit #|permit number|"
        "permit no|permit|permit id|film permit #|filming permit #|"
        "film permit|permit ref|permit reference|application #|app #|application number|"
        "reference|ref #|ref|license #|licence #|no permis|no de permis|numero de permis|"
        "n permis|permis|autorisation|no autorisation|genehmigung|genehmigungsnr|genehmigung nr|"
        "genehmigungsnummer|aktenzeichen|az|drehgenehmigung|drehgenehmigung nr|numero de permiso|"
        "n permiso|no permiso|permiso|autorizacion|n autorizacion|expediente|n d arrete|"
        "no d arrete|arrete|folio|no folio|n folio",
        Shape.CODE,
        weight=2.0,
    ),
    Field(
        "type",
        "permit type|type|type of permit|kind|category|type de permis|type d autorisation|art|"
        "genehmigungsart|art der genehmigung|tipo|tipo de permiso",
        weight=0.5,
        further=True,
    ),
    Field(
        "location",
        "location|site|filming location|actual location|real location|"
        "location name|shooting location|set|place|venue|"
        "set location|address|lieu|lieu de tournage|decor|drehort|ort|motiv|localizacion|lugar|"
        "ubicacion|locacion|emplacement|area|where|wo|donde|ou|localisation|site name|"
        "unit base location",
        Shape.WORDS,
        weight=1.2,
    ),
    Field(
        "authority",
        "permission from|permission of|consent from|authority|issuing authority|issued by|"
        "agency|jurisdiction|issuer|film office|"
        "municipality|city|permitting agency|permitting authority|permit office|granted by|"
        "permit agency|issuing agency|city county|office|body|autorite|delivre par|mairie|"
        "autorite competente|behorde|ausgestellt von|genehmigungsbehorde|amt|autoridad|"
        "expedido por|organismo|ayuntamiento|emisor|entidad|from whom|who from|who|landlord|"
        "owner|grantor|council|demande a|requested from|applied to|beantragt bei|solicitado a|"
        "by whom|who gives it|given by|granted by whom|organisme|instance|stelle|erteilt durch|"
        "concede|otorga|administracion",
        Shape.WORDS,
        weight=1.5,
    ),
    Field(
        "start_date",
        "good from|in force from|"
        "dates agreed|agreed dates|permitted days|start date|start|valid from|from|effective|"
        "effective date|permit start|permit date|date|"
        "filming date|film date|shoot date|dates|filming dates|permit dates|valid dates|"
        "date of use|permitted dates|debut|date debut|date de debut|valable du|valide du|"
        "valide a partir du|du|gultig ab|gultig von|von|beginn|datum|drehdatum|drehtag|fecha|"
        "fecha de inicio|inicio|valido desde|desde|fecha inicio|fecha de rodaje|valid",
        Shape.DATE,
        spans=True,
    ),
    Field(
        "end_date",
        "expires|expiry|expiration|expiration date|expiry date|valid until|valid to|valid thru|"
        "valid through|exp date|exp|expires on|end date|end|permit end|to|until|through|thru|till|"
        "good thru|good through|good until|good to|in force until|last day|runs to|"
        "expire le|expire|date d expiration|date de fin|valable jusqu au|valable au|"
        "valable jusquau|valide jusqu au|valide jusquau|au|echeance|fin|gultig bis|ablauf|"
        "ablaufdatum|bis|ende|vence|vencimiento|fecha de vencimiento|caduca|caducidad|"
        "valido hasta|hasta|fecha de fin|"
        "fecha fin|vigencia|vigente hasta|permit expires|permit expiration",
        Shape.DATE,
        spans=True,
        weight=1.2,
    ),
    Field(
        "filming_from",
        "filming from|filming start|filming starts|filming first day|shoot from|shooting from|"
        "shoot start|shoot starts|first shoot day|filming first|film from|tournage du|"
        "tournage debut|dreh von|dreh ab|drehbeginn|rodaje desde|rodaje del|rodaje inicio|"
        "first use|first used|use from|used from|needed from|on site from",
        Shape.DATE,
        spans=True,
        weight=0.3,
        further=True,
    ),
    Field(
        "filming_to",
        "filming to|filming end|filming ends|filming until|filming thru|filming last day|shoot to|"
        "shooting to|shoot end|shoot ends|shoot until|last shoot day|filming last|film to|"
        "tournage au|tournage fin|dreh bis|drehende|rodaje hasta|rodaje al|rodaje fin|"
        "last use|last used|use to|use until|used until|needed until|needed to|on site until",
        Shape.DATE,
        spans=True,
        weight=0.3,
        further=True,
    ),
    Field(
        "status",
        "signed|agreement signed|permission status|status|state|permit status|approved|received|"
        "approval|approval status|statut|etat|stand|"
        "estado|estatus|situacion|obtained",
        weight=0.8,
    ),
    Field(
        "fee",
        "fee|fees|permit fee|permit cost|cost|amount|price|total|application fee|location fee|"
        "frais|cout|redevance|droits|montant|gebuhr|gebuehr|gebuhren|kosten|betrag|tasa|tasas|"
        "coste|costo|importe|derechos",
        Shape.MONEY,
        weight=0.8,
    ),
    Field(
        "contact",
        "contact|contact name|contact person|film liaison|liaison|officer|phone|contact phone|"
        "email|contact info|permit contact|telephone|tel|ansprechpartner|kontakt|contacto|telefono",
        private=True,
        weight=0.5,
    ),
    Field(
        "applied",
        "applied|date applied|submitted|application date|requested|date requested|date submitted|"
        "applied on|submitted on|demande le|date de demande|beantragt|beantragt am|solicitado|"
        "fecha de solicitud",
        weight=0.3,
        further=True,
    ),
    Field(
        "issued",
        "issued|issue date|date issued|issued on|granted|date granted|approved on|delivre le|"
        "date d emission|ausgestellt am|erteilt am|emitido|fecha de emision",
        weight=0.3,
        further=True,
    ),
    Field(
        "notes",
        "conditions|restrictions|special conditions|auflagen|condiciones|" + wordings.NOTES,
        weight=0.2,
    ),
)
