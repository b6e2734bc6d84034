import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addMember,
  cleanName,
  createGroup,
  findMember,
  memberIdOf,
  requireMember,
  setRate,
} from '../src/group/group.js';

test('cleanName: trims and joins', () => {
  assert.equal(cleanName('  Ana   Maria '), 'Ana Maria');
});

test('cleanName: refuses an empty name', () => {
  assert.throws(() => cleanName('   '), { code: 'invalid-name' });
});

test('createGroup: starts without members and expenses', () => {
  const group = createGroup('Lisbon', 'eur');
  assert.deepEqual(group, { name: 'Lisbon', base: 'EUR', rates: {}, members: [], expenses: [] });
});

test('memberIdOf: drops accents, spaces and case', () => {
  assert.equal(memberIdOf('João Pedro'), 'joao-pedro');
  assert.equal(memberIdOf('(Zoë)'), 'zoe');
});

test('memberIdOf: refuses a name without a letter', () => {
  assert.throws(() => memberIdOf('?!'), { code: 'invalid-name' });
});

test('addMember: keeps the order and the group it was given', () => {
  const empty = createGroup('Lisbon', 'EUR');
  const group = addMember(addMember(empty, 'Ben'), 'Ana');
  assert.deepEqual(
    group.members.map((member) => member.id),
    ['ben', 'ana'],
  );
  assert.equal(empty.members.length, 0);
});

test('addMember: refuses the same person twice', () => {
  const group = addMember(createGroup('Lisbon', 'EUR'), 'Zoë');
  assert.throws(() => addMember(group, 'zoe'), { code: 'duplicate-member' });
});

test('findMember: finds by name and id in any case', () => {
  const group = addMember(createGroup('Lisbon', 'EUR'), 'João Pedro');
  assert.equal(findMember(group, 'JOÃO PEDRO')?.id, 'joao-pedro');
  assert.equal(findMember(group, 'joao-pedro')?.name, 'João Pedro');
  assert.equal(findMember(group, 'Ana'), null);
});

test('requireMember: refuses a stranger by name', () => {
  const group = addMember(createGroup('Lisbon', 'EUR'), 'Ana');
  assert.equal(requireMember(group, ' ana ').name, 'Ana');
  assert.throws(() => requireMember(group, 'Eve'), { code: 'unknown-member', message: '"Eve" is not in Lisbon' });
});

test('setRate: keeps the rate as it was written', () => {
  const group = setRate(createGroup('Lisbon', 'EUR'), 'usd', ' 0.920 ');
  assert.deepEqual(group.rates, { USD: '0.920' });
});

test('setRate: refuses a bad rate, and one for the base', () => {
  const group = createGroup('Lisbon', 'EUR');
  assert.throws(() => setRate(group, 'USD', '0'), { code: 'invalid-rate' });
  assert.throws(() => setRate(group, 'EUR', '1.1'), { code: 'invalid-rate' });
});
