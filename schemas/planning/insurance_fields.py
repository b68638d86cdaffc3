"""The columns of an insurance log, of policies or of certificates."""

from __future__ import annotations

from schemas import wordings
from schemas.headings import Field, Shape

FIELDS = (
    Field(
        "policy_number",
        "policy #|policy number|policy no|certificate #|certificate number|cert #|cert no|coi #|"
        "certificate no|coi|policy|certificate|cert number|no de police|no police|"
        "numero de police|police|police n|police no|n de police|no certificat|"
        "versicherungsnummer|versicherungsnr|versicherungsschein|policennummer|policen nr|"
        "police nr|vertragsnummer|numero de poliza|n poliza|no poliza|poliza|certificado|"
        "no de poliza",
        Shape.CODE,
        weight=1.8,
    ),
    Field(
        "insurer",
        "insurer|insurance company|carrier|underwriter|insurance carrier|insurance provider|"
        "company|provider|insured by|insurance co|carrier name|assureur|compagnie|"
        "compagnie d assurance|versicherer|versicherung|versicherungsgesellschaft|gesellschaft|"
        "insurer broker|insurer or broker|carrier broker|aseguradora|compania|"
        "compania de seguros|compania aseguradora",
        Shape.WORDS,
        weight=1.5,
    ),
    Field(
        "broker",
        "broker|insurance broker|broker agent|agent|agency|producer|broker contact|courtier|"
        "makler|versicherungsmakler|corredor|corredor de seguros|agente",
        Shape.WORDS,
    ),
    Field(
        "holder",
        "certificate holder|holder|cert holder|vendor|additional insured|issued to|named insured|"
        "insured|vendor location|certificate issued to|coi holder|requested by|loss payee|"
        "vendor name|company location|supplier|assure|titulaire|beneficiaire|versicherter|"
        "versicherungsnehmer|zertifikatsinhaber|versicherte|asegurado|titular|tomador|"
        "beneficiario|location|lieu|souscripteur",
        Shape.WORDS,
        weight=1.2,
    ),
    Field(
        "cover",
        "coverage|type of coverage|cover|coverage type|type of cover|policy type|"
        "type of insurance|insurance type|type|line of coverage|line|risk|insurance|"
        "coverage description|garantie|garanties|couverture|type de couverture|type d assurance|"
        "deckung|versicherungsart|sparte|risiko|art|cobertura|tipo de cobertura|"
        "tipo de seguro|ramo|riesgo|seguro|coverages",
        Shape.WORDS,
        weight=1.2,
    ),
    Field(
        "limit",
        "limit|limits|coverage limit|limit of liability|coverage amount|policy limit|sum insured|"
        "liability limit|each occurrence|per occurrence|limit per occurrence|amount|"
        "limits of liability|insured value|plafond|limite|limites|montant garanti|capital assure|"
        "deckungssumme|versicherungssumme|haftungssumme|suma asegurada|capital asegurado|"
        "limite de cobertura|occurrence limit",
        Shape.TEXT,
        weight=1.2,
    ),
    Field(
        "deductible",
        "deductible|ded|deductibles|retention|excess|sir|deductible amount|franchise|"
        "selbstbehalt|selbstbeteiligung|deducible|franquicia",
        Shape.TEXT,
        weight=1.2,
    ),
    Field(
        "premium",
        "premium|annual premium|premium amount|cost|prime|pramie|praemie|beitrag|prima",
        Shape.MONEY,
        weight=0.5,
        further=True,
    ),
    Field(
        "start_date",
        "effective date|effective|start date|start|inception|inception date|policy start|from|"
        "valid from|eff date|eff|coverage start|policy effective|policy effective date|"
        "term|policy term|policy period|coverage dates|date effective|"
        "date d effet|laufzeit|periode|"
        "effet|debut|date de debut|du|versicherungsbeginn|beginn|"
        "gultig ab|von|fecha de efecto|efecto|inicio|fecha de inicio|vigencia desde|desde|vigencia",
        Shape.DATE,
        spans=True,
    ),
    Field(
        "end_date",
        "expiration date|expiration|expires|expiry|expiry date|exp date|exp|end date|end|"
        "policy expiration|policy expiration date|policy end|coverage end|valid until|valid to|"
        "valid thru|expires on|policy expires|to|until|through|renewal date|renewal|coi expires|"
        "date d expiration|echeance|date d echeance|expire le|fin|date de fin|au|"
        "versicherungsende|ablauf|ablaufdatum|gultig bis|bis|ende|vencimiento|"
        "fecha de vencimiento|vence|caduca|fin|hasta|vigencia hasta|valido hasta|fecha de fin",
        Shape.DATE,
        spans=True,
        weight=1.2,
    ),
    Field(
        "status",
        "status|state|coi status|certificate status|received|on file|coi received|statut|etat|"
        "stand|estado|estatus|situacion|issued y n",
        weight=0.6,
    ),
    Field(
        "contact",
        "contact|contact name|phone|email|broker phone|broker email|contact info|tel|telephone|"
        "ansprechpartner|kontakt|contacto|telefono",
        private=True,
        weight=0.3,
        further=True,
    ),
    Field(
        "notes",
        "special wording|endorsements|description|wording|" + wordings.NOTES,
        weight=0.2,
    ),
)
