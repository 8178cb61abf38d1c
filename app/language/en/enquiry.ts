export const enquiry = {} as const;
