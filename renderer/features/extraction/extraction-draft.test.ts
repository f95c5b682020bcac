import { describe, expect, it } from 'vitest';
import { parseReply } from '../../../shared/extraction/parse-reply.ts';
import { toReplyView } from '../../../shared/extraction/reply-view.ts';
import { secretRef } from '../../../shared/proxy-target.ts';
import { adoptReading, checkDraft, newDraft, toExtractionTarget } from './extraction-draft.ts';

const ref = secretRef.parse('0f0e7a52-6d0c-4a57-9d34-5f8f5f1f1f1f');
const link = 'https://supplier.example/list?key=secret-key';

describe('checkDraft', () => {
  it('asks for the link first', () => {
    expect(checkDraft(newDraft)).toEqual({ form: null, faults: { link: 'empty' } });
  });

  it('judges the mapping only where the format is JSON', () => {
    const mapping = { ip: '', port: 'port', username: 'port', password: '' };
    expect(checkDraft({ ...newDraft, link, dataFormat: 'txt', mapping }).faults).toEqual({});
    expect(checkDraft({ ...newDraft, link, dataFormat: 'json', mapping }).faults).toEqual({
      ip: 'mapping_missing',
      username: 'mapping_repeated',
    });
  });
});

describe('adoptReading', () => {
  it('takes over the format that a text has', () => {
    const view = toReplyView(parseReply('anna:pw@192.0.2.1:80'));
    expect(adoptReading(newDraft, view)).toMatchObject({
      dataFormat: 'txt',
      textFormat: 'username:password@ip:port',
    });
  });

  it('keeps the format while the reply leaves a question open', () => {
    const view = toReplyView(parseReply('192.0.2.10:8080:192.0.2.11:8081'));
    expect(adoptReading(newDraft, view).textFormat).toBe(newDraft.textFormat);
  });

  it('takes over the keys of a JSON reply and leaves a login empty that is not there', () => {
    const view = toReplyView(parseReply('{"data":[{"host":"192.0.2.1","port":80}]}'));
    expect(adoptReading(newDraft, view)).toMatchObject({
      dataFormat: 'json',
      mapping: { ip: 'host', port: 'port', username: '', password: '' },
    });
  });

  it('changes nothing for a web page', () => {
    const view = toReplyView(parseReply('<!doctype html><html></html>'));
    expect(adoptReading(newDraft, view)).toEqual(newDraft);
  });
});

describe('toExtractionTarget', () => {
  it('refers to the link and does not hold it', () => {
    const { form } = checkDraft({ ...newDraft, link });
    if (form === null) throw new Error('The form fits.');
    const target = toExtractionTarget(form, ref, 'supplier.example');
    expect(target).toMatchObject({ secret: ref, linkHost: 'supplier.example' });
    expect(JSON.stringify(target)).not.toContain('secret-key');
  });
});
