/** The `.github/mge.yml` that onboarding proposes: every setting with its default, commented out, and what it does. */
export const SETTINGS_TEMPLATE = `# Settings of MGE. Everything here is optional: a line that starts with "#" shows the default.
# A misspelt or unknown setting is reported on the issue, with its line.

# The label that starts a run.
# label: spec

# Branches are called <branch_prefix>/<issue>-<title>.
# branch_prefix: mge

# Languages that MGE may write.
# languages: [typescript, tsx, javascript, python]

# Code is generated, checked and reviewed in atoms: pieces of at most this many lines, and this cyclomatic complexity.
# atoms:
#   lines: 10
#   complexity: 3

# The share of atoms, those MGE is least sure of, that people are asked about.
# review:
#   share: 0.17

# The most that one run may spend, in US dollars. "/mge budget" changes it for a run.
# budget_usd: 25

# Model calls at the same time.
# concurrency: 100

# Attempts per atom before people are asked, from 1 to 5.
# attempts: 3

# Which model does what, and how hard it thinks (low, medium, high, xhigh).
# "escalation" is for attempt 2, attempt 3 and so on.
# models:
#   discovery: { model: claude-sonnet-5-5, effort: medium }
#   masterplan: { model: claude-opus-5-5, effort: medium }
#   draft: { model: claude-sonnet-5-5, effort: medium }
#   summary: { model: claude-haiku-5-5, effort: low }
#   escalation:
#     - { model: claude-sonnet-5-5, effort: xhigh }
#     - { model: claude-opus-5-5, effort: xhigh }

# "batch": drafts and regenerations go through Message Batches, which cost half and may take from minutes to a day.
# economy: "off"

# Where an atom's first text comes from: the draft of its whole task, or a call of its own ("focused", slower and dearer);
# and whether half of a plan is judged while the rest is drafted (sooner done, one validation run more).
# generation:
#   first_attempt: draft
#   judge_ahead: true

# Paths that MGE must never write, besides .github, lock files, instructions for agents and the like, which it never does.
# A folder (docs/), a file, or a pattern (**/*.sql).
# protected_paths: []

# How to install, build, type-check and test. null: found out from the repository (lock file, requirements, pyproject.toml;
# packages are installed without running scripts or builds of theirs: where that is not enough, say how here).
# commands:
#   install: null
#   build: null
#   typecheck: null
#   test: null
#   lint: null
#   package: null
#   architecture: null
#   performance: null

# Limits of validation.
# limits:
#   atom_seconds: 30
#   job_minutes: 30
#   memory_mb: 2048

# Faults planted in each symbol to try its tests (0: none), and the share of a job's time that this may add.
# validation:
#   mutants: 3
#   trial_share: 0.5

# Where MGE looks for code to imitate: this repository, and runs that people approved.
# retrieval:
#   sources: [repository, runs]
`;
