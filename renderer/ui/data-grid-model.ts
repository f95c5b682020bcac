import type { ReactNode } from 'react';

/** A cell that is one piece of text, cut at its end. */
export interface DataGridText {
  readonly text: string;
  /** Shows on hovering; without it, the text. */
  readonly title?: string;
  readonly tone?: 'strong' | 'muted';
}

/**
 * What stands in the cells of a column, made from the row alone. Text stands in the cell without elements of its
 * own, which is what keeps scrolling cheap; live state is subscribed to inside of what `render` returns.
 */
export type DataGridCells<Row> =
  | { readonly toText: (row: Row) => DataGridText; readonly render?: undefined }
  | {
      /** Stands in a line of text and is cut at the end of the cell. */
      readonly render: (row: Row) => ReactNode;
      /** Shows on hovering: what may be cut. */
      readonly toTitle?: (row: Row) => string;
      readonly toText?: undefined;
    };

/** A column of the grid. */
export type DataGridColumn<Row> = DataGridColumnFrame & DataGridCells<Row>;

interface DataGridColumnFrame {
  readonly key: string;
  readonly label: string;
  /** Stands in the tooltip of the heading in place of the label. */
  readonly hint?: string;
  /** Least width in pixels. */
  readonly width: number;
  /** Share of the width that is left over; 0 keeps the column at its width. */
  readonly grow: number;
  readonly isSortable: boolean;
  readonly isNumeric?: boolean;
  /** Stays in view when the grid is scrolled sideways. Pinned columns come first. */
  readonly isPinned?: boolean;
}

/** The words that a grid needs, in the language in force. */
export interface DataGridWords<Row> {
  readonly label: string;
  readonly selectionColumn: string;
  readonly menuColumn: string;
  readonly selectVisible: string;
  readonly deselect: string;
  readonly selectRow: (row: Row) => string;
  readonly rowMenu: (row: Row) => string;
  readonly selectGroup: (label: string) => string;
}

/** The column that the rows are sorted by, and which way. */
export interface DataGridSort {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

/** The heading of a group of rows that follow each other in the order. */
export interface DataGridHeading {
  readonly key: string;
  readonly label: string;
  /** How many rows there are, in the form of the language. */
  readonly countText: string;
  /** Place of its first row in the order. */
  readonly from: number;
  readonly count: number;
  readonly isCollapsed: boolean;
}

/** A place on the screen, in pixels of the window. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** What the user does in the grid beside selecting. */
export interface DataGridEvents<Row> {
  readonly onSort: (key: string) => void;
  /** A column shall stand before or after another one. */
  readonly onMoveColumn: (key: string, target: string, place: 'before' | 'after') => void;
  /** Null for the column's own width. */
  readonly onResizeColumn: (key: string, width: number | null) => void;
  readonly onColumnMenu: (key: string, at: ScreenPoint) => void;
  readonly onOpenRow: (row: Row) => void;
  readonly onRowMenu: (row: Row, at: ScreenPoint) => void;
  readonly onToggleHeading: (key: string) => void;
  /** Ctrl/Cmd+C on a row. */
  readonly onCopy: (row: Row | null) => void;
  /** Ctrl/Cmd+V on the grid. */
  readonly onPaste: (text: string) => void;
  /** After the box in the header selected the visible rows; `count` of them. */
  readonly onSelectVisible: (count: number) => void;
}
