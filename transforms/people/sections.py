"""What a day-out-of-days' tab, or a banner within it, says of the elements below: are they cast?"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from schemas.values.words import listed

THINGS = listed(
    "vehicle vehicles car cars truck trucks boat boats prop props equipment gear set sets location "
    "locations stage stages animal animals livestock extras background bg makeup wardrobe sfx vfx "
    "music sound vehicules animaux figuration fahrzeuge tiere komparsen vehiculos animales"
)
"""Words in a tab's title, or a banner, that say that its elements are no cast."""
CROWDS = listed("extras extra background bg bkg bgd atmos")
"""Those that say that each of its lines, or a line so numbered, is many people."""
_OTHERS = listed(
    "other others element elements misc miscellaneous crew teacher teachers supervision "
    "chaperone chaperones tutor tutors autres equipe "
    "sonstige sonstiges andere stab otros equipo varios"
)
"""Words of a banner below which stands whatever is not cast."""
_CAST = listed(
    "cast player players performer performers talent role roles actor actors guest guests "
    "comediens darsteller rollen reparto elenco actores"
)
_NOT_CAST = listed("non not crew equipe stab team equipo")
"""Words beside them that say that others stand there, or others too: "CAST & CREW"."""


def is_cast(department: AbstractSet[str]) -> bool:
    """Whether a department's words say that performers stand below it: "CAST (SAG-AFTRA)"."""
    return bool(department & _CAST) and not department & _NOT_CAST


def is_no_cast(banner: AbstractSet[str]) -> bool:
    """Whether a banner's words say that no cast stands below it: "OTHER ELEMENTS", "NON-CAST"."""
    if banner & _CAST:
        return bool(banner & {"non", "not"})
    return bool(banner & (THINGS | _OTHERS))
