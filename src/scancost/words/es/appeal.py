"""La respuesta de `scancost appeal`."""

SENTENCES = {
    "subject": "Denegación {code}: {label}",
    "context_policy": "{title}, {stage}",
    "context_market": "{market:market}, {stage}",
    "stage_pre_service": "antes del estudio",
    "stage_post_service": "después del estudio",
    "owes_provider": "Esto lo debe el proveedor, no usted. No se le debe cobrar a usted.",
    "owes_patient": "Esto se le puede cobrar a usted, a menos que la denegación se revierta.",
    "owes_depends": "Aún no está claro quién debe esto: busque dos letras antes del número. CO "
    "significa el proveedor, PR significa usted.",
    "owes_provider_todo": "Si aun así llega una factura, envíe al proveedor una copia del aviso y "
    "pida que la quite.",
    "section_meaning": "Qué significa",
    "section_stake": "Qué está en juego",
    "pays_denied": "Usted paga con la denegación",
    "pays_overturned": "Usted paga si la denegación se revierte",
    "plan_overturned": "El plan paga entonces",
    "at_stake": "En juego: lo que el plan pagaría de más",
    "stake_open": "Dé la póliza, el estudio, la red y los precios (--policy, --service, --network, "
    "--allowed, --billed) para ver los montos.",
    "stake_price_open": "Dé el precio (--allowed y --billed) para ver los montos.",
    "stake_group_open": "Lo que usted paga con la denegación depende de las dos letras antes del "
    "número.",
    "open_deductible": "Estos montos suponen que este año no se ha cumplido nada de su deducible. "
    "Indíquelo con --deductible-met.",
    "policy_needs_none": "Según la póliza aquí no hacía falta autorización previa. Dígalo en la "
    "apelación: es el punto más fuerte.",
    "policy_silent": "La póliza no dice que hiciera falta autorización previa. Pida al plan que le muestre "
    "dónde lo dice.",
    "policy_says_provider": "Según la póliza esto lo debe asumir el proveedor, pero el aviso se lo "
    "carga a usted (PR). Señáleselo a los dos.",
    "contract_says_provider": "Dentro de la red el proveedor casi siempre debe asumir una denegación "
    "así, a menos que usted haya firmado antes que pagaría. Pregunte al plan por qué el aviso se "
    "lo carga a usted (PR).",
    "not_yours": "Así como está usted debe menos que si se revirtiera, de modo que la apelación le "
    "toca sobre todo al proveedor. Apele usted si aún necesita el estudio o si le cobran.",
    "policy_says_patient": "Según la póliza esto podría ser suyo, pero el aviso se lo carga al "
    "proveedor (CO). El aviso decide qué se puede cobrar.",
    "policy_agrees": "La póliza tal como se leyó tampoco cubre este estudio. Una apelación necesita "
    "una razón más allá de las palabras del plan.",
    "policy_covers": "Según la póliza tal como se leyó este estudio está cubierto. Cite esa página "
    "en la apelación.",
    "section_helps": "Lo que suele ayudar",
    "section_levels": "Dónde puede apelar y hasta cuándo",
    "heading_level": "nivel",
    "heading_file_by": "presentar hasta",
    "heading_decision": "decisión",
    "decision_days": "{days} días después de presentarla",
    "decision_hours": "{hours} horas después de presentarla",
    "decision_by": "; a más tardar el {day:day}",
    "in_days": "{days} días",
    "in_months": "{months} meses",
    "file_receipt": "{count} después de recibir el aviso",
    "file_notice": "{count} después de la fecha del aviso",
    "file_final_denial": "{count} después de la denegación final del plan",
    "file_final_denial_reconsideration": "{count} después de la decisión sobre la redeterminación",
    "file_later_decision": "{count} después de la decisión anterior",
    "file_forwarded": "el plan debe enviarla por sí mismo",
    "file_by_plan": "lo dice el documento del plan",
    "short_external": "Revisión externa",
    "of_level": "{levels}: {note}",
    "dates_open": "El plazo ya corre. Indique la fecha del aviso (--notice-date) y el día en que "
    "llegó (--received-date) para ver el último día.",
    "least": "{level}: deben estar en disputa al menos {amount:money} si se presenta en {year}.",
    "least_open": "{level}: debe estar en disputa un monto mínimo, pero el de {year} aún no está "
    "en las tablas. La decisión anterior dice cuánto.",
    "passed": "{levels}: el plazo ya pasó. Pregunte enseguida si se acepta una apelación tardía por "
    "causa justificada.",
    "section_notes": "Tenga en cuenta",
    "section_papers": "Qué reunir",
    "section_sources": "Las reglas",
    "letter_hint": "--letter redacta la carta; --ics ARCHIVO escribe los plazos en un calendario.",
    "not_advice": "Ayuda con los pasos, no asesoría legal. Si la carta de denegación nombra otro día, "
    "cumpla el que sea antes.",
    "letter_note": "Un borrador: llene cada [espacio] y léala entera antes de enviarla. No es "
    "asesoría legal.",
    "ics_written": "Se escribieron {count} plazos en {file}.",
    "event": "Plazo de apelación: {level}",
    "event_text": "Denegación {code}. Preséntela a más tardar este día. {source}",
}
