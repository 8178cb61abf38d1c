import { Link, type LinkProps } from "@remix-run/react";
import { forwardRef, type ButtonHTMLAttributes } from "react";

/** How much a button asks to be pressed: one plain (filled) button a screen, the others quiet. */
type Look = "quiet" | "danger" | "link";

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: Look;
}

export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button({ look, className = "", type = "submit", ...rest }, ref) {
  return <button ref={ref} type={type} data-look={look} className={`button ${className}`} {...rest} />;
});

export function ButtonLink({ look, className = "", ...rest }: LinkProps & { readonly look?: Look }) {
  return <Link data-look={look} className={`button ${className}`} {...rest} />;
}
