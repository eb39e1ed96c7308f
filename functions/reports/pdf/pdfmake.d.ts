/** What we use of pdfmake 0.3, which ships no types (its documentation, "Document definition object"). */
declare module 'pdfmake' {
  interface PdfMake {
    /** Where it looks for fonts before it looks on the disk. */
    virtualfs: { existsSync(name: string): boolean; readFileSync(name: string): Buffer | undefined };
    setFonts(fonts: Record<string, { normal: string; bold: string }>): void;
    setUrlAccessPolicy(allows: (url: string) => boolean): void;
    setLocalAccessPolicy(allows: (path: string) => boolean): void;
    addTableLayouts(layouts: object): void;
    createPdf(definition: object): { getBuffer(): Promise<Buffer> };
  }
  const pdfmake: PdfMake;
  export default pdfmake;
}
