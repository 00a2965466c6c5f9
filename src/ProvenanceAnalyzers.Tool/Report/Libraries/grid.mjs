import {
  CellStyleModule, ClientSideRowModelModule, ExternalFilterModule, ModuleRegistry, RowApiModule, TooltipModule, createGrid, themeQuartz,
} from 'ag-grid-community';

ModuleRegistry.registerModules([CellStyleModule, ClientSideRowModelModule, ExternalFilterModule, RowApiModule, TooltipModule]);

export { createGrid, themeQuartz };
