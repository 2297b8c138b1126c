"""Las listas de pólizas y de estudios."""

SENTENCES = {
    "status.published": "publicada",
    "status.illustrative": "ilustrativa",
    "status.broken": "dañada",
    "separator": " · ",
    "year_part": "{from_day} al {through}",
    "broken": "No se puede usar; `scancost policy check` dice qué está mal en {file}",
    "count": "{shown} de {all} pólizas.",
    "no_policy_fits": "Ninguna póliza tiene esas palabras. `scancost policy list` las muestra todas.",
    "other_year": "{words} está aquí solo para {years}.",
    "no_policies": "Aquí no hay pólizas.",
    "group": "{modality} ({name}): {count}",
    "codes": "{label} · {codes}",
    "no_codes": "{label}",
    "unverified": "{code}*",
    "unverified_note": "* un código del conocimiento general, no de una fuente: confírmelo antes de "
    "facturar.",
    "no_service_fits": "Ningún estudio tiene esas palabras. `scancost services` los muestra todos.",
    "near": "Ningún estudio tiene todas esas palabras. Los más cercanos: {services}.",
    "services_count": "{shown} de {all} estudios.",
}
