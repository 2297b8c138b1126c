"""Fuentes, plazos y tiempos de decisión."""

SENTENCES = {
    "source": "Fuente: {source}.",
    "verify": "Sin verificar: compruébelo antes de confiar en ello.",
    "left": "faltan {days} días",
    "left_one": "falta 1 día",
    "left_today": "hoy",
    "ago": "hace {days} días",
    "ago_one": "ayer",
    "deadline": "{day:day} ({left})",
    "scan_passed": "La fecha del estudio ya pasó; pregunte si el plan todavía acepta una solicitud.",
    "decides_days": "El plan debe decidir en {days} días después de recibir la solicitud.",
    "decides_hours": "El plan debe decidir una solicitud urgente en {hours} horas después de "
    "recibirla.",
    "ask_by": "Pídala a más tardar el {day:day} ({left}); así la respuesta debe llegar para el día "
    "del estudio.",
    "ask_today": "El último día para pedirla a tiempo fue el {day:day}. Pídala hoy, pregunte al "
    "médico si es urgente o cambie la fecha del estudio.",
    "extended": "El plan puede tomar {days} días más si dice por qué. Para protegerse de eso, "
    "pídala a más tardar el {day:day}.",
    "extended_late": "El plan puede tomar {days} días más si dice por qué.",
}
