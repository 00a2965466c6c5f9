import {
  CellStyleModule, ClientSideRowModelModule, ColumnAutoSizeModule, ExternalFilterModule, ModuleRegistry, RowApiModule, TooltipModule,
  createGrid, themeQuartz,
} from 'ag-grid-community';

ModuleRegistry.registerModules(
  [CellStyleModule, ClientSideRowModelModule, ColumnAutoSizeModule, ExternalFilterModule, RowApiModule, TooltipModule]);

export { createGrid, themeQuartz };
