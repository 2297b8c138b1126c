"""The program's law tables, loaded once for these tests."""

from scancost.data.clocks import Clocks
from scancost.data.denials import Denials
from scancost.data.glossary import Glossary
from scancost.data.guidelines import GuidelinesTable
from scancost.data.limits import YearlyLimits
from scancost.data.services import Catalogue
from scancost.files.tables import services, table

LIMITS = table("limits", YearlyLimits)
GUIDELINES = table("guidelines", GuidelinesTable).guidelines
CLOCKS = table("clocks", Clocks)
DENIALS = table("denials", Denials)
GLOSSARY = table("glossary", Glossary)
CATALOGUE = Catalogue(services())
