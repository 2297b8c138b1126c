"""Lo que está mal en una entrada, y qué escribir en su lugar."""

from scancost.words.es.prices import PROBLEMS as PRICE_PROBLEMS

SENTENCES = {
    **PRICE_PROBLEMS,
    "at": "{place}: {sentence}",
    "at_field": "{field}: {sentence}",
    "near": ' ¿Quiso decir "{near}"?',
    # montos, tasas, fechas
    "money_not_an_amount": "esto no es un monto de dinero. Escríbalo como 1250, 1250.50 o "
    "$1,250.50.",
    "money_third_decimal": "un monto tiene como máximo dos decimales (centavos enteros). "
    "Escríbalo como 1250.50.",
    "money_sign": "un monto no puede llevar signo más o menos. Escríbalo como 1250.50.",
    "money_commas": "las comas no están donde van los miles. Escriba 1,250.50 o 1250.50.",
    "money_too_large": "el monto más grande es 999,999,999.99.",
    "rate_not_a_rate": "esto no es un porcentaje de 0 a 100 con dos decimales como máximo.",
    "rate_above_100": "un porcentaje va de 0 a 100.",
    "date_form": "esto no es una fecha. Escriba año-mes-día, como 2026-06-01.",
    "date_slashes": "las fechas van aquí como año-mes-día. Escríbala así: {day}.",
    "met_above_limit": "eso es más que el límite completo, que es {most:money}. Mírelo otra vez, o presione "
    "Enter si no lo sabe.",
    "maximum_below_deductible": "el gasto máximo de bolsillo incluye el deducible, así que no puede ser "
    "menor ({least:money}). Mírelo otra vez, o presione Enter si no lo sabe.",
    "date_no_such_day": "esto no es un día del calendario.",
    "truth_form": "escriba true o false.",
    "value_not_text": "aquí falta un valor, o hay una lista donde va un solo valor.",
    "value_not_list": "{key} debe ser una lista, como [mri, ct].",
    "value_empty": "{key} está vacío. Nombre al menos uno.",
    "value_not_mapping": '{key} debe ser un bloque de líneas "nombre: valor".',
    "value_wrong": "el valor de {key} no es uno que este campo pueda tener.",
    "choice": "debe ser uno de estos: {choices:choices}.",
    "choice_named": "debe ser uno de estos: {choices:chosen}.",
    "key_missing": 'falta "{key}".',
    "key_unknown": '"{key}" no es un nombre que este archivo pueda tener aquí.',
    "key_digits": '"{key}" no es un nombre: entre llaves una coma empieza la entrada siguiente. '
    "Escriba ahí los montos sin comas, o entre comillas.",
    # YAML
    "yaml_empty": "el archivo está vacío.",
    "yaml_two_documents": "un archivo contiene un solo documento; quite el segundo (después de ---).",
    "yaml_too_deep": "hay demasiados bloques unos dentro de otros (máximo 20 niveles).",
    "yaml_too_many": "el archivo contiene demasiados valores.",
    "yaml_too_large": "el archivo pasa de {most} bytes.",
    "yaml_alias": "no se permiten alias (*{name}); escriba el valor completo.",
    "yaml_anchor": "no se permiten anclas (&{name}); escriba el valor completo donde haga falta.",
    "yaml_tag": "no se permiten etiquetas ({tag}); escriba el valor simple.",
    "yaml_directive": "no se permiten líneas que empiecen con % antes del documento; quítelas.",
    "yaml_key_not_text": "una clave debe ser texto simple.",
    "yaml_merge": "no se permiten claves de mezcla (<<); escriba los valores completos.",
    "yaml_twice": '"{key}" aparece dos veces en este bloque (primero en la línea {line}); deje una.',
    "yaml_syntax": "esto no es YAML aquí: {what:yaml}. Revise la sangría, los dos puntos y las comillas.",
    "yaml_other": "no se puede leer de aquí en adelante",
    "yaml.mapping values are not allowed in this context": "hay dos puntos donde no pueden ir",
    "yaml.did not find expected ',' or ']'": "falta una coma o ]",
    "yaml.did not find expected ',' or '}'": "falta una coma o }}",
    "yaml.did not find expected '-' indicator": "una línea de una lista no empieza con guion",
    "yaml.did not find expected key": "una línea no empieza con un nombre y dos puntos",
    "yaml.could not find expected ':'": "faltan los dos puntos",
    "yaml.found unexpected end of stream": "unas comillas no se cierran",
    "yaml.found unexpected document indicator": "unas comillas no se cierran",
    "yaml.found unknown escape character": "hay una barra inversa donde no puede ir",
    "yaml.found character that cannot start any token": "nada puede empezar con este signo (un tabulador, @ o %); use espacios o escriba el valor entre comillas",
    "yaml.did not find expected node content": "falta un valor",
    "yaml.block sequence entries are not allowed in this context": "hay un guion de lista donde no puede ir",
    "yaml.found a tab character that violates indentation": "hay un tabulador donde van espacios",
    "yaml.found a tab character where an indentation space is expected": "hay un tabulador donde van espacios",
    "yaml_not_text": "este no es un archivo de texto en UTF-8.",
    # pólizas
    "policy_id": "el nombre de una póliza lleva letras minúsculas, cifras, puntos, guiones y guiones "
    "bajos, como example-ppo-2026.",
    "policy_not_mapping": 'un archivo de póliza contiene líneas "nombre: valor" y empieza con '
    '"policy:".',
    "policy_not_stem": 'el nombre debe ser el del archivo sin .yaml: "{stem}".',
    "policy_missing": 'no hay una póliza "{policy}".{hint} `scancost policy list` las muestra todas; '
    "un plan que no está ahí se puede describir con --deductible, --out-of-pocket-max y --benefit.",
    "policy_by_words": '"{typed}" no es el nombre de una póliza. `scancost policy list {words}` '
    "encuentra las que tienen esas palabras ({count}).{hint}",
    "benefit_year_order": "el año de beneficios termina antes de empezar.",
    "family_rule_missing": "diga cómo funciona el límite de la familia: agregue family_rule: "
    "embedded (cada persona tiene además un límite propio) o aggregate (uno para todos juntos).",
    "limit_form": "{key} es none, o un bloque con individual (y family, family_rule).",
    "preauthorization_form": "preauthorization es una lista de cláusulas, o la palabra none. Déjela "
    "fuera si la póliza no lo dice.",
    "tier_name": 'el nombre de un nivel lleva letras minúsculas, cifras y guiones bajos; "{tier}" no.',
    "tiers_too_many": "una póliza tiene como máximo {most} niveles de red.",
    "tier_not_named": "esta cláusula no dice qué vale {tier:tier}. Agregue una línea "
    '"{tier}: ..."; se permite "not covered" y "not stated".',
    "tier_without_limits": 'una parte del costo necesita límites: agregue "{tier}:" bajo limits, con '
    "deductible y out_of_pocket_max (cualquiera puede ser none).",
    "limits_empty": "limits debe nombrar al menos in_network.",
    "shared_with_unknown": '"{tier}" no tiene límites propios que compartir.{hint}',
    "counts_toward_unknown": '"{tier}" no tiene límites a los que esto pueda contar.',
    "clause_service_unknown": '"{service}" no es un estudio ni un tipo de estudio.{hint} '
    "`scancost services` los muestra.",
    "clauses_overlap": "esta cláusula y la de {other} valen las dos para {service:mid} "
    "({sites:site}) y ninguna es más estrecha. Haga más estrecha una, o quítela.",
    "write_off_outside": "un proveedor fuera de la red no tiene contrato y no se le puede obligar a "
    'descontar una factura. Escriba "denied", una penalización, "not required" o "not stated".',
    "phrase_cost_share": "no se puede leer esta frase de costo. Escríbala en inglés, como en el "
    'resumen de beneficios: "no charge", "$50 copay, deductible waived", "20% coinsurance after '
    'deductible", "$100 copay after deductible, then 20% coinsurance after deductible", "not '
    'covered" o "not stated".',
    "phrase_coinsurance_before": 'un coseguro es "deductible waived" o "after deductible".',
    "phrase_waived_after_subject": "el copago está sujeto al deducible pero el coseguro que sigue no; "
    "eso no se puede calcular. Revise las palabras del plan.",
    "phrase_bare": '"{phrase}" no dice cómo se aplica el deducible. En los resúmenes de beneficios '
    'esas palabras significan "after deductible" (después del deducible); en los archivos federales '
    'de planes, "deductible waived" (sin aplicar el deducible). Agregue lo que vale en este plan.',
    "phrase_authorization": "no se puede leer esta frase de autorización previa. Escriba una de estas: not "
    "required, provider write-off, denied, $250 penalty, 50% penalty on plan payment up to $1,000, "
    "50% penalty on allowed amount, not stated.",
    "phrase_balance": "balance_billing es full, none, o algo como: up to 15% of allowed.",
    "limits_year_missing": "las tablas del programa no tienen los límites federales de {year}, así "
    "que no se conoce el tope de esta póliza para una persona.",
    # órdenes
    "order_not_mapping": 'un archivo de orden contiene líneas "nombre: valor", como "service: '
    'mri_knee".',
    "service_missing": 'diga qué estudio es: --service, con palabras como "resonancia de rodilla", el '
    "nombre de un estudio o un código.",
    "service_unknown": '"{service}" no es un estudio, un tipo de estudio ni un código de la '
    "tabla.{hint} `scancost services PALABRA` busca en ella.",
    "service_choose": '"{service}" puede ser varios estudios. Elija uno: {services:chosen}.',
    "place_of_service_unknown": "este código de lugar no dice qué clase de lugar es. Los conocidos "
    "son {known}; si no, déjelo fuera y diga el lugar con --site (11 no distingue un consultorio de "
    "un centro de imágenes).",
    "modifier_form": "un modificador tiene dos letras o cifras, como 26.",
    "code_contradicts": "el código {code} significa que {name} es {meant}, pero la orden dice otra "
    "cosa. Corrija uno de los dos.",
    "emergency_at_office": "una emergencia no se atiende en {site:site}. Corrija el lugar, o quite "
    "emergency.",
    "birth_after_service": "la fecha de nacimiento es posterior a la fecha del estudio.",
    "last_after_service": "el último estudio de detección es posterior a la fecha de este estudio.",
    "family_without_member": "una familia necesita un miembro: agregue member_id.",
    "met_and_remaining": "lo cumplido y lo que queda del {name:balance} no suman el límite. Deje uno "
    "de los dos.",
    "family_below_member": "el saldo de la familia es menor que el del propio miembro. Lo incluye.",
    "remaining_without_limit": "esta póliza no tiene ese límite, así que no puede quedar nada de él.",
    "remaining_above_limit": "queda más que el límite entero.",
    "no_family_limits": "la póliza {policy} no dice cuáles son los límites de la familia "
    "{tier:tier}.",
    "tier_unknown": "la póliza {policy} no tiene ese lado de la red. Tiene: {tiers}.",
    "network_missing": "falta la red. Escriba in_network (dentro) o out_of_network (fuera).",
    "no_policy_in_force": "la póliza {policy} no estaba vigente: vale del {from_day:day} al "
    "{through:day}. Use la póliza de ese año.",
    "no_benefit_clause": "la póliza {policy} no tiene una cláusula para {service:mid_named} en "
    "{site:site_named}. Eso no significa que no esté cubierto: pregunte a la aseguradora.",
    "benefit_not_stated": "la póliza {policy} no dice cuánto cuesta {service:one} en {site:site} "
    "{tier:tier}. Pregunte a la aseguradora.",
    "preventive_not_stated": "la póliza {policy} no dice cuánto cuestan los estudios preventivos. "
    "Pregunte a la aseguradora, o calcúlelo como de diagnóstico (--purpose diagnostic).",
    "order_ambiguous": "la póliza {policy} no trata igual todo lo que esta orden puede significar, así "
    "que hace falta más.{sites:site_choices}{services:service_choices}",
    "choose_site": " Diga el lugar (site): {choices}.",
    "choose_service": " Diga qué estudio (service): {choices}.",
    "choices_more": "otro de {more} (`scancost services` los muestra)",
    "field_missing": 'falta "{key}".',
    "card_missing": "indique también esto: un plan de la tarjeta necesita --deductible, "
    "--out-of-pocket-max y --benefit (escriba none donde no haya), como --benefit "
    '"20% coinsurance after deductible".',
    "card_beside_policy": "{option} es para un plan de la tarjeta; --policy tiene el suyo. Quite uno de "
    "los dos.",
    "card_beside_policy_met": "{option} es para un plan de la tarjeta; --policy tiene el suyo. ¿Quiso "
    "decir {other}?",
    "card_outside": "su tarjeta solo dice lo que usted paga dentro de la red. Lo que paga fuera de la red "
    "está en el resumen de beneficios, en la columna “Proveedor fuera de la red (usted pagará más)” "
    "(Out-of-Network Provider).",
    "card_ambiguous": "el plan quizás no trate igual todo lo que esta orden puede significar, así que hace falta "
    "más.{sites:site_choices}{services:service_choices}",
    "card_family_limits": "para la cobertura familiar hacen falta también los límites de la familia: "
    "--family-deductible y --family-out-of-pocket-max.",
    "policy_option_missing": "diga qué plan es: --policy NOMBRE (`scancost policy list` los muestra), "
    "o lo que dice su tarjeta: --deductible, --out-of-pocket-max y --benefit.",
    # CSV
    "xlsx_extra_missing": "los libros de Excel necesitan un extra: pip install 'scancost[xlsx]'. O "
    "guárdelo como CSV.",
    "xlsx_broken": "esto no es un libro de Excel (.xlsx), o está dañado. Guárdelo de nuevo, o como CSV.",
    "xlsx_no_sheet": "el libro no tiene ninguna hoja con celdas. Ponga las órdenes en una hoja, o guárdelas "
    "como CSV.",
    "xlsx_time": "esta celda tiene una hora, que Excel muestra de muchas maneras, donde va un "
    "identificador. Conviértala en texto.",
    "xlsx_text": "un libro no puede guardar tal cual el texto de la fila {row}: una celda tiene como máximo "
    "{most} caracteres, y ningún carácter de control. Escriba un CSV.",
    "xlsx_too_long": "una hoja tiene como máximo {most} filas. Escriba un CSV.",
    "table_wants_file": "un libro o un archivo Parquet no se lee de principio a fin, así que debe ser un "
    "archivo, no una tubería.",
    "parquet_extra_missing": "los archivos Parquet necesitan un extra: pip install 'scancost[fast]'. O "
    "guárdelo como CSV.",
    "parquet_broken": "esto no es un archivo Parquet, o está dañado. Escríbalo de nuevo, o guárdelo "
    "como CSV.",
    "parquet_type": 'la columna "{column}" contiene {type}, que no cabe en una celda. Escríbala como '
    "texto, o déjela fuera.",
    "zst_extra_missing": "los archivos comprimidos con zstd necesitan un extra: pip install "
    "'scancost[fast]'. O descomprímalo, o comprímalo con gzip.",
    "packed_broken": "el archivo comprimido está dañado o incompleto. Comprímalo de nuevo.",
    "csv_empty": "el archivo está vacío.",
    "csv_separator": "las columnas no están separadas por comas. Guárdelo como CSV (delimitado por "
    "comas).",
    "csv_twice": "estas columnas aparecen dos veces: {columns}. Quite una o cámbiele el nombre "
    "(--map).",
    "csv_map_unmatched": "--map nombra encabezados que no están: {headings}.",
    "csv_broken": "el CSV está dañado aquí: unas comillas no se cierran, o están donde no pueden "
    "estar.",
    "csv_cell_too_long": "aquí termina una celda de más de {most} caracteres. Acórtela, o cierre sus comillas.",
    "csv_unreadable": "el CSV no se puede leer: unas comillas no se cierran o están donde no pueden estar, una celda tiene más de {most} caracteres, o el texto no es UTF-8. Guárdelo en un archivo para saber dónde.",
    "csv_not_utf8": "el archivo no es texto UTF-8. Guárdelo como CSV UTF-8.",
    "csv_columns_missing": "faltan estas columnas: {columns}. Cambie el nombre de otras con "
    '--map "Su encabezado=nombre".',
    "csv_cells": "la fila tiene {cells} celdas y el encabezado {columns}: una coma o unas comillas "
    "están fuera de lugar.",
    "row_missing": "no hay una fila de datos {row}.",
    "row_wants_csv": "--row va con un CSV de órdenes, como: scancost estimate orders.csv --row 17",
    "row_wants_file": "las órdenes se leen dos veces, así que deben estar en un archivo: no en una "
    "tubería, ni en un dispositivo, ni en - (un flujo).",
    "wants_file": "{option} necesita el nombre de un archivo; no puede ser - (un flujo).",
    "balances_want_row": "va con --row y un archivo de órdenes. Para una sola orden, diga lo ya pagado con "
    "--deductible-met y --out-of-pocket-met.",
    "option_wants_row": "va con --row y un archivo de órdenes.",
    "billed_missing": "fuera de la red hace falta el cargo del proveedor: decide la facturación del "
    "saldo.",
    "balances_columns_missing": "faltan estas columnas de un archivo de saldos: {columns}. --balances-out "
    "escribe uno así.",
    "balances_other_year": "estos saldos son de otro año de beneficios; el de la póliza empieza "
    "{year}.",
    "balances_tier": "la póliza {policy} no tiene límites en este lado de la red.",
    "balances_member": "un saldo pertenece a un miembro: falta member_id.",
    # archivos
    "io": "{name}: {reason}.",
    "io_unnamed": "no se pudo leer o escribir un archivo: {reason}.",
    "standard_output": "la salida estándar",
    "json_alone": "--json va después del comando, así: scancost services --json",
    "helper_lost": "un proceso que ayuda con el cálculo no pudo empezar, o fue terminado; quizá se acabó la "
    "memoria. No se escribió nada. Libere memoria y ejecútelo de nuevo.",
    "interrupted": "Interrumpido; no se escribió nada.",
    "bug": "Esto es un error de scancost ({kind} en {where}), no de lo que usted indicó. Por favor "
    "infórmelo; SCANCOST_DEBUG=1 muestra los detalles.",
    "folder_missing": "no existe esa carpeta.",
    "file_missing": "no existe ese archivo.",
    "file_unreadable": "no se puede leer el archivo.",
    "lang_unknown": "--lang: los idiomas son en (inglés) y es (español).",
    # términos, denegaciones, apelaciones
    "term_missing": "diga qué palabra o código explicar, por ejemplo: scancost explain deducible.",
    "term_unknown": "no hay “{word}” en el glosario. `scancost explain --all` lo muestra entero.",
    "term_unknown_near": "“{word}” no está en el glosario. Lo más cercano: {terms}.",
    "code_of_no_scan": "{code} parece un código de procedimiento, pero no es el de un estudio que el "
    "programa conozca. `scancost services` muestra los que conoce.",
    "denial_code_unknown": "{code} no es un código de denegación que el programa conozca. Busque en el "
    "aviso letras y un número como CO-197 o PR-50, o diga el motivo con palabras.",
    "denial_unknown": "esto no es un código de denegación ni un motivo que el programa conozca. "
    "Escríbalo como CO-197, CARC 242 o “no es médicamente necesario”.",
    "received_before_notice": "el aviso no puede haber llegado antes de su fecha. Corrija una de las "
    "fechas.",
    "final_denial_before_denial": "la denegación que terminó la primera apelación no puede haber "
    "llegado antes que la primera denegación. Corrija una de las fechas.",
    "guideline_year_missing": "las reglas preventivas del programa no conocen años de plan que "
    "empiezan el {day:day}, así que no se pueden aplicar. Use --purpose diagnostic o una versión "
    "más nueva.",
    "limits_amount_not_published": "el monto de {year} aún no se ha publicado.",
    "appeal_amount_year_missing": "no se conoce el monto mínimo en disputa de {year}.",
    "clock_missing": "las tablas del programa no tienen plazo para {market:market} el {day:day}.",
    "code_missing": "dé el código de denegación del aviso (--code CO-197) o el motivo con palabras "
    '(--code "sin autorización").',
    "market_missing": "diga qué plan es (--policy) o de qué tipo (--market): los plazos dependen de "
    "eso.",
    "market_differs": "la póliza {policy} es de {market:market}. Quite --market o corríjalo.",
    "format_unknown": "el formato es markdown o html.",
}
