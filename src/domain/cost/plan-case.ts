/** How large a plan is. */
export interface PlanSize {
  readonly tasks: number;
  readonly lines: number;
  readonly atoms: number;
}

/** How well a run may go. */
export interface PlanCase {
  /** Drafts written again, as a share of the tasks. */
  readonly redrafted: number;
  /** Calls that regenerate an atom, as a share of the atoms. */
  readonly regenerated: number;
  /** Tokens of thinking for each token of answer. */
  readonly thinking: number;
  /** Validation runs, one after another. */
  readonly batches: number;
  /** Tokens that the model writes a second. */
  readonly speed: number;
  /** Minutes in which a validation runner starts, installs and checks out. */
  readonly setupMinutes: number;
}

export const lowCase: PlanCase = {
  redrafted: 0,
  regenerated: 0.02,
  thinking: 0.3,
  batches: 2,
  speed: 90,
  setupMinutes: 0.5,
};

export const highCase: PlanCase = {
  redrafted: 1 / 3,
  regenerated: 0.2,
  thinking: 2,
  batches: 5,
  speed: 45,
  setupMinutes: 2,
};

/** Tokens of a line of code. */
export const TOKENS_PER_LINE = 11;
/** Tests are about as long as the code, and contracts and notes add a fifth. */
export const ANSWER_PER_CODE = 2.2;
/** Discovery, requirements and the masterplan: what they write, beside an entry for each task. */
export const PLANNING_TOKENS = 6000;
export const PLAN_TOKENS_PER_TASK = 450;
/** A draft's prompt: instructions, requirements and patterns, and the interfaces of every task. */
export const DRAFT_PROMPT_TOKENS = 6000;
export const INTERFACE_TOKENS_PER_TASK = 300;
/** A regeneration's prompt and answer: one function in its surroundings. */
export const REGENERATION_PROMPT_TOKENS = 3500;
export const REGENERATION_TOKENS = 400;
