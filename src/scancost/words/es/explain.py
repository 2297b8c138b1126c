"""La respuesta de `scancost explain`, y el glosario como página."""

SENTENCES = {
    "title": "Glosario",
    "intro": "Palabras del oficio en palabras sencillas, dos frases cada una. scancost explain "
    "PALABRA muestra cualquiera, también por sus otros nombres.",
    "groups": "Quién debe: las dos letras antes de un código de denegación",
    "codes": "Códigos de denegación",
    "codes_intro": "Los textos son nuestros. Las letras antes del número dicen quién debe.",
    "entry": "{name}: {text}",
    "denial": "{code}, {label}",
    "owes_provider": "Lo debe el proveedor, y no se le debe cobrar a usted.",
    "owes_patient": "Se le puede cobrar a usted.",
    "owes_depends": "Quién lo debe depende de las dos letras antes del número: CO significa el "
    "proveedor, PR significa usted.",
    "remark": "Una observación del aviso: {label}.",
    "service": "El número en una orden o una factura de: {services:mid}.",
    "helps": "Lo que suele ayudar: {remedy}",
    "nearest": "Lo más parecido a “{typed}”:",
    "kind_term": "un término",
    "kind_denial": "un código de denegación",
    "kind_group": "quién debe",
    "kind_remark": "un código de observación",
    "kind_service": "el código de un estudio",
}
