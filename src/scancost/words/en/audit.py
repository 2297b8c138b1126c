"""What `scancost policy check` finds in policies, each with what to do about it."""

SENTENCES = {
    "error": "error",
    "warning": "warning",
    "line": "{place}: {level}: {sentence}",
    # source
    "source_title": "the source has no title. Say what was read, like: Summary of Benefits and "
    "Coverage 2026.",
    "source_href": "a published policy says where it can be read. Add href: https://... to the "
    "source.",
    "source_read": "a published policy says when it was read. Add read: with the date, like "
    "2026-06-01, to the source.",
    # the year
    "year_ended": "the benefit year ended on {day:day}, and it is {today:day}. An order of today "
    "finds no policy in force: add the policy of the new year as a file of its own.",
    "year_long": "the benefit year has {days} days; limits start anew every year. Correct from or "
    "through.",
    "year_not_in_tables": "the program's tables have no federal limits for {year}, so this "
    "policy's limits were not compared with the law. Check the year, or wait for a version of the "
    "program that knows it.",
    "guideline_not_in_tables": "the program's table of {guideline:guideline} does not reach a "
    "benefit year that starts on {day:day}, so it cannot tell what is preventive.",
    # limits
    "family_below_person": "the family's limit ({family:money}) is below one person's "
    "({person:money}). Correct one of them.",
    "deductible_above_maximum": "this deductible ({amount:money}) is above the out-of-pocket "
    "maximum ({most:money}), which the deductible counts toward. Correct one of them.",
    "aca_maximum_high": "this out-of-pocket maximum ({amount:money}) is above the federal limit "
    "of {year} ({most:money}). Correct it; if the plan is exempt as grandfathered, say "
    "grandfathered: true.",
    "aca_maximum_may_be_high": "this out-of-pocket maximum ({amount:money}) is above the federal "
    "limit of {year} ({most:money}). {exception:text} If this plan is no such plan, correct it.",
    "aca_no_maximum": "a plan of this kind must have an out-of-pocket maximum in network, in "
    "{year} at most {most:money} for one person. Write it; if the plan is exempt as "
    "grandfathered, say grandfathered: true.",
    "advantage_maximum_high": "this out-of-pocket maximum ({amount:money}) is above the Medicare "
    "Advantage limit of {year} ({most:money}). Correct it.",
    "advantage_no_maximum": "a Medicare Advantage plan must have an out-of-pocket maximum in "
    "network, in {year} at most {most:money}. Write it.",
    "advantage_not_published": "the Medicare Advantage limit of {year} was not published when the "
    "program's tables were made, so the maximum was not compared with it.",
    # HDHP
    "hdhp_no_deductible": "a high-deductible plan has a deductible, in {year} at least "
    "{least:money}. Write it, or correct plan_type.",
    "hdhp_deductible_low": "this deductible ({amount:money}) is below the least a high-deductible "
    "plan may have in {year} ({least:money}). Correct it, or plan_type.",
    "hdhp_family_low": "the family's deductible ({amount:money}) is below the least a "
    "high-deductible plan may have for a family in {year} ({least:money}). Correct it, or "
    "plan_type.",
    "hdhp_person_low": "in family coverage one person's deductible ({amount:money}) is below the "
    "least a high-deductible plan may have for a family in {year} ({least:money}). Write "
    "individual_in_family: with at least that, or family_rule: aggregate, or correct plan_type.",
    "hdhp_maximum_high": "this out-of-pocket maximum ({amount:money}) is above the most a "
    "high-deductible plan may have in {year} ({most:money}). Correct it, or plan_type (a bronze "
    "or catastrophic Marketplace plan of 2026 or later is exempt).",
    "hdhp_no_maximum": "a high-deductible plan has an out-of-pocket maximum in network, in {year} "
    "at most {most:money}. Write it, or correct plan_type.",
    "hdhp_before_deductible": "a high-deductible plan pays nothing but preventive care before the "
    'deductible, and "{phrase}" does. Write "after deductible", or correct plan_type (a bronze or '
    "catastrophic Marketplace plan of 2026 or later is exempt).",
    "hdhp_breast_imaging": '"{phrase}" pays before the deductible. In a high-deductible plan that is '
    "allowed {condition:text} ({source}); see that the clause is about nothing else.",
    # what is left out
    "gap": "no clause covers {services:service} at {sites:site}: an order there has no answer. "
    'Add a clause ("not covered" and "not stated" are allowed).',
    # files
    "not_looked_at": "only files that end in .yaml are looked at. Rename it.",
    "no_policies": "no policies here: a policy is a file that ends in .yaml.",
    "summary": "{policies} checked: {sound} without errors, {broken} with. Errors: {errors}. "
    "Warnings: {warnings}.",
    "count.one": "1 policy",
    "count.many": "{number} policies",
}
