import {
  CellStyleModule, ColumnAutoSizeModule, InfiniteRowModelModule, ModuleRegistry, ScrollApiModule, TooltipModule, createGrid, themeQuartz,
} from 'ag-grid-community';

ModuleRegistry.registerModules([CellStyleModule, ColumnAutoSizeModule, InfiniteRowModelModule, ScrollApiModule, TooltipModule]);

export { createGrid, themeQuartz };
