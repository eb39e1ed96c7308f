import { type ComponentProps, type ComponentType, createContext, type ReactNode, useContext } from 'react';

/** Every link of the kit goes through this shape; the app turns `href` into its router's link. */
export type LinkProps = ComponentProps<'a'> & { href: string };

function PlainLink({ href, children, ...rest }: LinkProps) {
  return (
    <a href={href} {...rest}>
      {children}
    </a>
  );
}

const LinkContext = createContext<ComponentType<LinkProps>>(PlainLink);

/** Gives the kit the app's link component, so that `web/ui` knows no routes. */
export function LinkProvider({ component, children }: { component: ComponentType<LinkProps>; children: ReactNode }) {
  return <LinkContext value={component}>{children}</LinkContext>;
}

/** A bare link, unstyled: the app's router link when there is a LinkProvider, else a plain anchor. */
export function Link(props: LinkProps) {
  const Component = useContext(LinkContext);
  return <Component {...props} />;
}
