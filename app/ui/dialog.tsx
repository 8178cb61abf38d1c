import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, I18nProvider, Modal, ModalOverlay } from "react-aria-components";

interface DialogProps {
  readonly title: ReactNode;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question that must be answered before going on. Esc and the ground behind it close it. */
export function Dialog({ title, open, onClose, children }: DialogProps) {
  return (
    // React Aria has no Welsh; the few strings of its own stay out of sight.
    <I18nProvider locale="en-GB">
    <ModalOverlay isOpen={open} onOpenChange={(isOpen) => !isOpen && onClose()} isDismissable className="fixed inset-0 z-40 flex items-center justify-center bg-black/50 p-4">
      <Modal className="w-full max-w-lg">
        <AriaDialog className="card stack outline-none">
          <Heading slot="title" className="text-2xl font-bold">{title}</Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
    </I18nProvider>
  );
}
