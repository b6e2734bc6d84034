import type { Command, CommandName } from '#domain/command/command.ts';
import { renderHelp } from '#domain/command/render-help.ts';
import type { Run } from '#domain/run/run.ts';
import type { EventOf } from '#domain/run/event.ts';
import { done, refuse, reply, started } from '#domain/run/transition/acknowledge.ts';
import { approve } from '#domain/run/transition/approving.ts';
import { change, type Change, type Handler, type Occasion } from '#domain/run/transition/change.ts';
import { onRegenerate } from '#domain/run/transition/deciding.ts';
import { takeAnswers, takeDefaults } from '#domain/run/transition/discovering.ts';
import { revisePlan } from '#domain/run/transition/planning.ts';
import { whyNotResumed } from '#domain/run/transition/finishing.ts';
import { legalCommands, whyIllegal } from '#domain/run/transition/legal-commands.ts';
import { cancelRun, pauseRun, resumeRun, setBudget } from '#domain/run/transition/steering.ts';

type Given = EventOf<'command-given'>;
type Act<N extends CommandName> = (
  run: Run,
  command: Extract<Command, { name: N }>,
  given: Given,
  occasion: Occasion,
) => Change;

const acts: { [N in CommandName]: Act<N> } = {
  help: (run, _command, given, occasion) =>
    done(change(run, {}, reply(occasion, given.place, renderHelp())), given, occasion),
  status: (run, _command, given, occasion) =>
    done(
      change(run, {}, { type: 'publish-status', key: `asked/${occasion.key}`, place: given.place }),
      given,
      occasion,
    ),
  answer: (run, command, given, occasion) => takeAnswers(run, command.text, given.sender, given.place, occasion, true),
  defaults: (run, _command, given, occasion) => done(takeDefaults(run, given.sender), given, occasion),
  approve: (run, _command, given, occasion) => approve(run, given, occasion),
  revise: (run, command, given, occasion) => started(revisePlan(run, command.feedback), given, occasion),
  regenerate: (run, command, given, occasion) =>
    onRegenerate(run, command.atoms, command.feedback, given.sender, given.place, occasion),
  pause: (run, _command, given, occasion) => done(pauseRun(run, given.sender), given, occasion),
  resume: (run, _command, given, occasion) => resume(run, given, occasion),
  retry: (run, _command, given, occasion) => resume(run, given, occasion),
  cancel: (run, _command, given, occasion) => done(cancelRun(run, occasion.at), given, occasion),
  budget: (run, command, given, occasion) => done(setBudget(run, command.usd), given, occasion),
  setup: (run, _command, given, occasion) =>
    started(change(run, {}, { type: 'check-setup', key: `check-setup/${occasion.key}`, asked: true }), given, occasion),
  report: (run, _command, given, occasion) =>
    done(
      change(run, {}, { type: 'publish-report', key: `report/${occasion.key}`, place: given.place }),
      given,
      occasion,
    ),
};

function resume(run: Run, given: Given, occasion: Occasion): Change {
  const why = whyNotResumed(run);
  return why === null ? done(resumeRun(run), given, occasion) : change(run, {}, ...refuse(occasion, given.place, why));
}

/** A command whose sender may give it: done when it is legal now, else refused with what is. */
export const onCommandGiven: Handler<'command-given'> = (run, event, occasion) => {
  const { name } = event.command;
  if (!legalCommands(run, event.place).includes(name)) {
    return change(run, {}, ...refuse(occasion, event.place, whyIllegal(run, event.place, name)));
  }
  return act(run, event.command, event, occasion);
};

function act<N extends CommandName>(
  run: Run,
  command: Extract<Command, { name: N }>,
  given: Given,
  occasion: Occasion,
): Change {
  const perform: Act<N> = acts[command.name];
  return perform(run, command, given, occasion);
}

export const onCommandMisspelt: Handler<'command-misspelt'> = (run, event, occasion) =>
  change(run, {}, ...refuse(occasion, event.place, sentence(event.problem)));

function sentence(text: string): string {
  const capital = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return /[.?!]$/u.test(capital) ? capital : `${capital}.`;
}
