"""Lo que tiene que pasar, en pocas palabras: la columna `needs`."""

SENTENCES = {
    "get_authorization": "obtener la autorización previa antes del estudio",
    "get_authorization_now": "falta la autorización previa: pedirla ahora",
    "await_authorization": "esperar la autorización previa pendiente",
    "ask_authorization": "preguntar si hace falta una autorización previa",
    "appeal": "presentar una apelación si la denegación es un error",
    "ask_service": "confirmar que el estudio cuenta como preventivo",
    "ask_age": "confirmar la fecha de nacimiento",
    "ask_sex": "confirmar el sexo en el registro del seguro",
    "ask_interval": "confirmar la fecha del último estudio de detección",
    "ask_risk": "confirmar que se cumple la condición de riesgo",
    "ask_if_not_preventive": "preguntar cuánto cuesta si no es preventivo",
    "balances_not_stated": "saldos no indicados: se supone que no hay nada cumplido",
    "after_rejected": "una orden anterior de esta familia fue rechazada",
    "join": "; ",
}
