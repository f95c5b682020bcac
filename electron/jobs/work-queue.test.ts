import { expect, test } from 'vitest';
import { createWorkQueue } from './work-queue.ts';

test('first what is to be settled, then what goes alone, then the batches', () => {
  const queue = createWorkQueue<number>();
  queue.put([1, 2, 3], { purpose: 'send' });
  queue.put([4, 5], { purpose: 'send', isAlone: true });
  queue.put([6], { purpose: 'settle' });
  const taken = Array.from({ length: 6 }, () => queue.take(2, 0));
  expect(taken).toEqual([
    { purpose: 'settle', items: [6] },
    { purpose: 'send', items: [4] },
    { purpose: 'send', items: [5] },
    { purpose: 'send', items: [1, 2] },
    { purpose: 'send', items: [3] },
    null,
  ]);
  expect(queue.nextDue()).toBeNull();
});

test('what is put off comes in the order of its time, and not before', () => {
  const queue = createWorkQueue<string>();
  queue.put(['late'], { purpose: 'send', notBefore: 300 });
  queue.put(['early'], { purpose: 'send', notBefore: 100 });
  queue.put(['middle', 'same'], { purpose: 'send', notBefore: 200 });
  expect(queue.take(9, 99)).toBeNull();
  expect(queue.nextDue()).toBe(100);
  expect(queue.take(9, 100)?.items).toEqual(['early']);
  expect(queue.take(9, 1_000)?.items).toEqual(['middle', 'same', 'late']);
});
