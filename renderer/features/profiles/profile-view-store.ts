import { createStore, useStore } from '../../ui/store.ts';
import { emptyView, type ProfileView } from './profile-table.ts';

const view = createStore<ProfileView>(emptyView);

/** Search, filters and sort; they outlive a visit to another page. */
export function useProfileView(): ProfileView {
  return useStore(view, (value) => value);
}

/** Changes some parts of the view. */
export function changeProfileView(part: Partial<ProfileView>): void {
  view.set({ ...view.get(), ...part });
}

/** Shows every profile again and keeps the sort. */
export function clearProfileFilters(): void {
  view.set({ ...emptyView, sort: view.get().sort });
}
