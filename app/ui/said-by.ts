/** The fields of a form that is being sent, and the button that was pressed. */
export function saidBy({ currentTarget, nativeEvent }: { readonly currentTarget: HTMLFormElement; readonly nativeEvent: Event }): FormData {
  const form = new FormData(currentTarget);
  const submitter = (nativeEvent as SubmitEvent).submitter; // React's types know only Event
  if (submitter instanceof HTMLButtonElement && submitter.name) form.set(submitter.name, submitter.value);
  return form;
}
