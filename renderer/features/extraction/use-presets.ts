import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Preset, PresetDraft } from '../../../shared/extraction/preset.ts';
import { callCommand } from '../../api.ts';
import { commandQuery } from '../../command-query.ts';

const presetsQuery = commandQuery('presets.list', {});

type OnePreset = Pick<Preset, 'id'>;

/** The presets, and what can be done with them. What a change throws is the caller's to show. */
export function usePresets() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: presetsQuery.queryKey });
  // A draft may hold a link, which is not kept longer than needed.
  const gcTime = 0;
  return {
    list: useQuery(presetsQuery),
    save: useMutation({
      mutationFn: (draft: PresetDraft) => callCommand('presets.save', draft),
      onSuccess,
      gcTime,
    }),
    rename: useMutation({
      mutationFn: ({ id, name }: Pick<Preset, 'id' | 'name'>) => callCommand('presets.rename', { id, name }),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: ({ id }: OnePreset) => callCommand('presets.delete', { id }),
      onSuccess,
    }),
    use: useMutation({ mutationFn: ({ id }: OnePreset) => callCommand('presets.use', { id }), onSuccess }),
    exportFile: useMutation({ mutationFn: ({ id }: OnePreset) => callCommand('presets.export', { id }) }),
    importFile: useMutation({ mutationFn: () => callCommand('presets.import', {}), onSuccess }),
  };
}
