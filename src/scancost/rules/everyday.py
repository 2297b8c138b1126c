"""What people write for a scan beside its names: synonyms, words that tell nothing or too little, and
parts of the body that leave several scans open. Read beside matching.py."""

SAME = {
    "xray": ("x-ray", "x-rays", "x ray", "xrays", "rayos x", "radiografia", "placa"),
    "ct": ("cat scan", "ct scan", "cat", "tac", "tomografia computarizada", "tomografia"),
    "mri": ("mr", "mri scan", "resonancia magnetica", "resonancia"),
    "ultrasound": ("sonogram", "ecografia", "ultrasonido", "sonograma"),
    "mammogram": ("mammography", "mammograms", "mamografia"),
    "abdomen": ("belly", "stomach", "tummy"),
    "lumbar": (
        *("low back", "lower back", "low-back", "lower-back"),
        *("espalda baja", "parte baja de la espalda"),
    ),
    "thoracic": ("mid back", "middle back", "upper back", "mid-back", "upper-back", "espalda alta"),
    "back": ("espalda",),
    "cervical": ("neck spine",),
    "prenatal": ("pre-natal",),
}
"""A word, and other ways of writing it, without accents."""

VAGUE = {
    "back": ("lumbar_spine", "thoracic_spine", "thoracolumbar_spine", "whole spine"),
    "prenatal": ("pregnancy",),
}
"""A word that is never guessed: the regions (or everyday words) of the scans it may mean."""

_WITHOUT_MEANING = """
    a an and the of my for with without contrast scan scans test imaging exam picture left right both
    bilateral side de del la el los las un una mi con sin contraste y ambas ambos izquierda izquierdo
    derecha derecho pain dolor
"""
IGNORED = frozenset(_WITHOUT_MEANING.split())
"""Words that do not tell one scan from another."""

_TOO_LITTLE = """
    ii access activity after age air annual area assessment at before behind being blood brief broken by
    callback cell chemistry composition coin complete defect detailed discharge down early en enhanced
    first flow fluid follow foreign fraction from full functional growth high in index inner internal
    junction leak length level limited live long look low lower mapping measure metal mid modified
    object one or part phase position pressure prevention preventive profile pumping quantitative red
    resolution risk routine score scoring screen screening separated serie small soft something
    structure study supply survey symptom syndrome tagged texture three through to top total up upper
    virtual viability wall wave week well while white whole year yearly
    acceso algo alta anual baja blanda breve buscar completa completo crecimiento detallada deteccion
    edad estudio evaluacion examen extrano nivel no para por posicion prevencion preventiva primer
    principio prueba rutina seguimiento semana sintoma sola tamizaje toda todo zona
"""
WEAK = frozenset(_TOO_LITTLE.split())
"""Words of our own labels that name neither a part of the body nor a kind of picture."""
