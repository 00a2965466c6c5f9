import {
  CellStyleModule, ClientSideRowModelModule, ColumnAutoSizeModule, ExternalFilterModule, ModuleRegistry, RowApiModule, ScrollApiModule,
  TooltipModule, createGrid, themeQuartz,
} from 'ag-grid-community';

ModuleRegistry.registerModules(
  [
    CellStyleModule, ClientSideRowModelModule, ColumnAutoSizeModule, ExternalFilterModule, RowApiModule, ScrollApiModule, TooltipModule,
  ]);

export { createGrid, themeQuartz };
