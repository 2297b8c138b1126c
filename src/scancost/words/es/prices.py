"""Listas de precios y varias facturas: lo que se halló y lo que está mal en ellas."""

FINDINGS = {
    "price_from": "El precio viene de la lista de precios: código {code}, {whose}. Fuente: {source}, "
    "con fecha del {as_of:day}.",
    "price_undated": "El precio viene de la lista de precios: código {code}, {whose}. Fuente: "
    "{source}. No tiene fecha: pregunte si sigue vigente.",
    "price_old": "El precio es de más de un año antes del estudio (del {as_of:day}): pregunte por el "
    "actual.",
    "price_between": "La lista de precios da un rango, de {low:money} a {high:money}.",
    "price_several_providers": "La lista de precios tiene {count} precios para esto, de {low:money} a "
    "{high:money}. Elija uno con --provider: {providers}.",
    "price_several_codes": "La lista de precios tiene {count} precios para esto, de {low:money} a "
    "{high:money}, con los códigos {codes}. Pida el código en el consultorio del médico.",
    "price_several_rates": "La lista de precios tiene {count} precios de este proveedor para esto, de "
    "{low:money} a {high:money}, y nada los distingue. No se sacó un promedio.",
    "price_check_payer": "El precio es de {payer}. Compruebe que es su aseguradora.",
    "price_of_other_providers": 'La lista de precios no tiene un precio de "{provider}" para esto, '
    "solo de: {providers}.",
    "price_of_other_parts": "La lista de precios no tiene un precio para {component:component}, solo "
    "para {parts:component}. Si llegan dos facturas, indíquelas como dos líneas de un archivo.",
    "price_not_in_book": "La lista de precios no tiene un precio para esto (códigos {codes}).",
    "lines_balances": "Las facturas están en lados distintos de la red, y cada lado tiene sus "
    "propios límites. Lo que usted indicó como pagado ({names:balance}) se tomó como pagado en cada "
    "lado: corrija la factura donde no sea así.",
}
PROBLEMS = {
    "price_code": "un código tiene cinco cifras, o una letra y cuatro cifras, como 73721, 73721-26 o "
    "G0279.",
    "price_component": "el código termina en {modifier}, que significa {meant:component}, pero el "
    "componente dice otra cosa.",
    "price_no_amount": "la fila no tiene ningún monto: indique allowed, o low y high, o billed.",
    "price_out_of_order": "low, allowed y high no pueden bajar de uno al siguiente.",
    "prices_columns": "una lista de precios necesita una columna code y una de allowed, low, high o "
    "billed. Las columnas que puede tener: {columns}.",
    "prices_payers": "la lista tiene precios de varias aseguradoras, y ninguna está en el título del "
    "plan. Elija una con --payer: {payers}.",
    "prices_no_provider": 'ningún proveedor de las listas de precios tiene "{word}" en su nombre ni '
    "como NPI.",
    "prices_no_payer": 'ninguna aseguradora de las listas tiene "{word}" en su nombre. Tienen: '
    "{payers}.",
    "lines_form": '"lines" es una lista de facturas, cada una con los campos en que difiere, como '
    '"- {{component: technical, allowed: 900}}".',
    "lines_whole": "{key} pertenece a toda la orden, no a una de sus facturas.",
    "lines_too_many": "una orden tiene como máximo {most} facturas.",
    "lines_network": "indique la red de la factura {number} (in o out): con varias facturas, cada una "
    "la necesita.",
    "prices_missing": "esto elige de una lista de precios: dé una con --prices ARCHIVO.",
    "compare_network": "indique la red (--network in, o out), o compare sus lados (--vary network).",
    "option_and_lines": "las facturas de la orden indican {key} ellas mismas, así que una opción no "
    "puede decir cuál es. Cámbielo en el archivo.",
}
SENTENCES = {**FINDINGS, **PROBLEMS}
