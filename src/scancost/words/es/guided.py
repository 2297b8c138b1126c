"""Las preguntas guiadas de `scancost estimate`: palabras sencillas, una cosa a la vez."""

SENTENCES = {
    "welcome": "Vamos a ver cuánto puede costar su estudio. Le pregunto una cosa a la vez.",
    "how": "Si no sabe algo, presione Enter (o escriba ?). Siempre está bien: entonces la respuesta es "
    "un rango. Escriba < para volver a la pregunta anterior. Ctrl-C termina.",
    "prompt": "> ",
    "unsure": "No lo sé",
    "number": "{number}. {label}",
    "left": "Terminado. No se guardó nada.",
    # cómo responder
    "write_choice": "Escriba un número del 1 al {most}, o presione Enter si no lo sabe.",
    "write_rate": "Escriba un porcentaje como 20, o presione Enter si no lo sabe.",
    "write_money": "Escriba un monto como 1250 o 1,250.50, o presione Enter si no lo sabe.",
    "write_limit": "Escriba un monto como 1500, la palabra ninguno, o presione Enter si no lo sabe.",
    "write_day": "Escriba una fecha como año-mes-día, por ejemplo 2026-06-01, o presione Enter si no la "
    "sabe.",
    "write_last": "Escriba una fecha como 2025-03-15, la palabra nunca, o presione Enter si no la sabe.",
    "write_share": "Escríbalo como una de estas: coseguro del 20% después del deducible; copago de "
    "$50, sin aplicar el deducible; sin cargo.",
    "wrong": "Eso no funcionó: {problem}",
    # cuándo
    "ask_service_date": "¿Cuándo es el estudio? (año-mes-día, como 2026-06-01)",
    "help_service_date": "Los límites empiezan de nuevo cada año, por eso importa el día.",
    "note_today_taken": "Entonces tomo el día de hoy, {day:day}.",
    # el plan
    "ask_plan": "¿Qué plan tiene usted? Escriba una parte de su nombre.",
    "help_plan": "El nombre está en su tarjeta del seguro. Si no está en mi lista, presione Enter y le "
    "pregunto qué dice la tarjeta.",
    "note_plan_not_found": "Ningún plan del {day:day} tiene esas palabras. Pruebe con una sola palabra "
    "del nombre, o presione Enter.",
    "note_plan_many": "Hay {number} planes así; estos son {shown}. La próxima vez escriba más palabras.",
    "ask_plan_which": "¿Cuál de estos es?",
    "plan_which.not_there": "No está aquí",
    "note_card": "Entonces tomemos lo que dicen su tarjeta y su resumen de beneficios.",
    "ask_deductible": "¿Cuánto es el deducible de una persona, dentro de la red?",
    "help_deductible": "Es lo que usted mismo paga cada año antes de que el plan comparta el costo. "
    "Está en la tarjeta o en la primera página del resumen. Escriba ninguno si no hay.",
    "ask_out_of_pocket_max": "¿Cuánto es el gasto máximo de bolsillo de una persona, dentro de la red?",
    "help_out_of_pocket_max": "Es lo máximo que usted paga en un año por atención cubierta. Está junto "
    "al deducible.",
    "ask_benefit": "¿Qué dice el plan que usted paga por un estudio así?",
    "help_benefit": "En el resumen de beneficios busque “Imágenes (tomografías CT/PET, MRI)” o “Examen "
    "de diagnóstico (radiografía)”.",
    "benefit.copay": "Una cantidad fija cada vez (un copago)",
    "benefit.coinsurance": "Un porcentaje del precio (coseguro)",
    "benefit.no_charge": "Nada (sin cargo)",
    "benefit.words": "Otra cosa: escribiré las palabras",
    "ask_benefit_copay": "¿De cuánto es el copago?",
    "ask_benefit_coinsurance": "¿Qué porcentaje paga usted?",
    "ask_benefit_words": "Escriba las palabras del plan, en español o en inglés.",
    "help_benefit_words": "Por ejemplo: copago de $100 después del deducible, luego coseguro del 20% "
    "después del deducible.",
    "ask_applies": "¿Cómo se aplica el deducible?",
    "help_applies": "Busque al lado “después del deducible” (after deductible) o “no se aplica el "
    "deducible”. Una nota arriba de la tabla puede decir que todo vale después del deducible.",
    "applies.after": "Después del deducible: pago el precio hasta cumplir el deducible, y luego esto",
    "applies.waived": "No se aplica el deducible: pago solo esto desde el primer día",
    "applies.before": "Primero esto, y el resto del precio cae en el deducible",
    "note_applies_unknown": "Entonces la respuesta abarca las dos formas.",
    "ask_market": "¿Qué tipo de plan es?",
    "help_market": "Sus derechos cambian un poco de uno a otro.",
    "ask_coverage": "¿Su plan le cubre solo a usted, o también a su familia?",
    "coverage.self_only": "Solo a mí",
    "coverage.family": "A mí y a otros de mi familia",
    # el estudio
    "ask_service": "¿Qué estudio es? Use palabras de todos los días, como “resonancia de rodilla” o "
    "“mamografía”.",
    "help_service": "Está en la orden de su médico. También sirve un código como 73721.",
    "ask_service_which": "¿Cuál de estos es?",
    "service_which.none": "Ninguno de estos",
    "note_service_again": "Pruebe otras palabras para “{typed}”, como la parte del cuerpo y el tipo de "
    "imagen.",
    "note_service_taken": "Bien: {service:service}.",
    "ask_modality": "¿Sabe al menos qué tipo de imagen es?",
    # por qué
    "ask_why": "¿Por qué se hace el estudio?",
    "why.symptom": "Por un síntoma, una lesión o una enfermedad",
    "why.follow_up": "Para dar seguimiento a algo que se encontró antes",
    "why.screening": "Como revisión de rutina, sin síntomas",
    "note_diagnostic": "Entonces cuenta como de diagnóstico: se aplica su parte normal de un estudio.",
    "note_preventive": "Entonces puede contar como preventivo, que muchas veces es gratis. La regla del "
    "plan pregunta unas cosas más.",
    "note_purpose_unknown": "Pregunte en el consultorio cuál de los dos es. Le muestro cuánto cuesta si "
    "cuenta como preventivo, y si no.",
    "note_preventive_some": "Entonces puede contar como preventivo, que muchas veces es gratis. Para qué "
    "estudios vale lo dice una regla del plan.",
    "note_ask_if_screening": "Pregunte en el consultorio si es una revisión de rutina (detección): algunas "
    "son gratis.",
    "note_may_be_screening": "Lo tomo como de diagnóstico: se aplica su parte normal. Si es una revisión de "
    "rutina, como {services:service}, puede ser gratis. Pregunte en el consultorio.",
    "note_no_preventive_terms": "Lo que tengo de este plan no dice cuánto cuestan las revisiones de rutina, "
    "así que tomo la parte normal.",
    "note_no_rule_not_covered": "Ninguna regla preventiva de este plan nombra este estudio, y el plan no "
    "cubre otras revisiones de rutina.",
    "ask_screening_which": "¿Qué revisión de rutina es?",
    "screening_which.other": "Otra",
    "note_no_rule": "Ninguna regla preventiva de este plan nombra este estudio, así que vale la parte "
    "normal.",
    "ask_follows": "¿Completa una mamografía de detección, o da seguimiento a su hallazgo? (En una "
    "colonoscopia: ¿sigue a una prueba de heces positiva?)",
    "follows.yes": "Sí",
    "follows.no": "No",
    "ask_birth_date": "¿Cuándo nació usted? (año-mes-día)",
    "help_birth_date": "La regla tiene una edad. Esto se queda en su computadora. Estará en el comando "
    "del final.",
    "ask_sex": "¿Qué sexo está en el registro de su seguro?",
    "sex.female": "Femenino",
    "sex.male": "Masculino",
    "ask_last": "¿Cuándo fue el último estudio de detección de este tipo? (una fecha, o nunca)",
    "ask_risk": "¿Es este su caso: {risks}?",
    "risk.met": "Sí",
    "risk.not_met": "No",
    # dónde
    "ask_site": "¿Dónde se hace el estudio?",
    "help_site": "Un lugar con nombre de hospital muchas veces cobra como hospital. Pregunte: “¿Cobran "
    "ustedes como área ambulatoria de un hospital?”",
    "note_emergency": "Si esto es una emergencia ahora, no espere por el costo: llame al 911 o vaya a "
    "la sala de emergencias más cercana.",
    "ask_facility": "¿Está el lugar en la red de su plan?",
    "help_facility": "Búsquelo en el sitio de su plan o llame al número de su tarjeta. Pregunte al plan "
    "“¿Está dentro de la red de mi plan?”, no al lugar “¿Aceptan mi seguro?”",
    "ask_reader": "¿Y el médico que interpreta las imágenes (el radiólogo)?",
    "help_reader": "Puede ser otra empresa con su propia factura. Pregunte al lugar quién interpreta "
    "los estudios, y luego pregunte al plan por ellos.",
    "note_network_unknown": "Entonces le muestro cada lado de la red.",
    "note_network_of_card": "Entonces la respuesta es para un lugar dentro de su red. Fuera "
    "de la red puede ser más, sin límite.",
    "note_reader_unknown": "Entonces pregúntelo antes del estudio. En un hospital de su red la ley le "
    "protege de la facturación de saldo del radiólogo; en un centro de imágenes casi nunca.",
    "note_two_bills": "Entonces hay dos facturas: una por el estudio y otra por la interpretación.",
    # dinero
    "ask_price": "¿Sabe el precio con su plan (el monto permitido)?",
    "help_price": "Pregunte al lugar: “¿Cuál es el monto permitido de este estudio con mi plan?” O "
    "busque una herramienta de costos en el sitio de su plan. No es el cargo completo.",
    "ask_price_scan": "¿Sabe el precio del plan (el monto permitido) solo por el estudio?",
    "ask_price_reading": "¿Y el precio del plan por la interpretación?",
    "ask_charge": "¿Y el cargo completo del proveedor?",
    "help_charge": "Fuera de la red le pueden cobrar lo que pase del precio del plan.",
    "ask_charge_scan": "¿Y el cargo completo por el estudio?",
    "ask_charge_reading": "¿Y el cargo completo por la interpretación?",
    "ask_deductible_met": "¿Cuánto de su deducible ({tier:tier}) ha cumplido este año?",
    "help_deductible_met": "El sitio o la aplicación de su plan lo muestra. También su última "
    "explicación de beneficios.",
    "ask_family_deductible_met": "¿Y cuánto del deducible de la familia?",
    "ask_out_of_pocket_met": "¿Cuánto de su gasto máximo de bolsillo ({tier:tier}) ha cumplido este "
    "año?",
    "help_out_of_pocket_met": "Está junto al deducible. Casi siempre es por lo menos lo mismo.",
    "ask_family_out_of_pocket_met": "¿Y cuánto del gasto máximo de bolsillo de la familia?",
    # aprobación
    "ask_approval": "¿Aprobó el plan el estudio (autorización previa)?",
    "help_approval": "La pide el consultorio del médico. Llame ahí, o al número de su tarjeta.",
    "approval.approved": "Sí, está aprobado",
    "approval.pending": "Se pidió; todavía no hay respuesta",
    "approval.denied": "El plan dijo que no",
    "approval.unknown": "Nadie la ha pedido todavía",
    # el final
    "answer": "Su respuesta",
    "by_choice_service": "Lo que usted pagaría depende del tipo de estudio; vea la tabla.",
    "by_choice_site": "Lo que usted pagaría depende del lugar; vea la tabla.",
    "section_by_choice": "Lado a lado",
    "heading_service": "tipo de estudio",
    "heading_site": "lugar",
    "again": "Para obtener otra vez esta respuesta:",
    "again_choice": "Para obtener otra vez cada una de estas respuestas:",
    "ask_file": "Dos facturas necesitan un archivo para sus respuestas. ¿Cómo se llamará? (Enter: "
    "{name})",
    "file_there": "Ya existe un {name}. Elija otro nombre.",
    "file_kept": "Sus respuestas están en {name}.",
    "no_answer_open": "Para responder necesito saber más:",
    "other_bill": "La otra factura ({part:component}, {tier:tier}) no se sabe: {reason}",
    "no_answer": "Este plan no lo dice, así que no puedo saberlo:",
}
