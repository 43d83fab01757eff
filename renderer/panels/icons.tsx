import type { ReactNode } from 'react'

function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {children}
    </svg>
  )
}

export function PlayIcon() {
  return (
    <Icon>
      <path
        d="M4.5 2.6v10.8a.6.6 0 0 0 .92.5l8.1-5.4a.6.6 0 0 0 0-1L5.42 2.1a.6.6 0 0 0-.92.5z"
        className="fill"
      />
    </Icon>
  )
}

export function PauseIcon() {
  return (
    <Icon>
      <rect x="3.5" y="2.5" width="3.2" height="11" rx="0.8" className="fill" />
      <rect x="9.3" y="2.5" width="3.2" height="11" rx="0.8" className="fill" />
    </Icon>
  )
}

export function OneUpdateIcon() {
  return (
    <Icon>
      <path
        d="M3 3.2v9.6a.5.5 0 0 0 .78.42l6.9-4.8a.5.5 0 0 0 0-.84l-6.9-4.8A.5.5 0 0 0 3 3.2z"
        className="fill"
      />
      <rect x="11.4" y="2.7" width="1.9" height="10.6" rx="0.6" className="fill" />
    </Icon>
  )
}

export function ResetIcon() {
  return (
    <Icon>
      <path d="M3.2 8a4.8 4.8 0 1 0 1.5-3.5" className="stroke" />
      <path d="M4.9 1.7v3.1H8" className="stroke" />
    </Icon>
  )
}

export function SeedIcon() {
  return (
    <Icon>
      <rect x="2.5" y="2.5" width="11" height="11" rx="2.4" className="stroke" />
      <circle cx="5.7" cy="5.7" r="1.05" className="fill" />
      <circle cx="10.3" cy="10.3" r="1.05" className="fill" />
      <circle cx="8" cy="8" r="1.05" className="fill" />
    </Icon>
  )
}

export function DataIcon() {
  return (
    <Icon>
      <rect x="2.2" y="2.8" width="11.6" height="10.4" rx="1.4" className="stroke" />
      <path d="M2.4 6.4h11.2M6.6 6.6v6.4" className="stroke" />
    </Icon>
  )
}

export function LoadIcon() {
  return (
    <Icon>
      <path d="M8 10V2.6M5 5.2l3-3 3 3" className="stroke" />
      <path d="M2.6 10.4v2a1 1 0 0 0 1 1h8.8a1 1 0 0 0 1-1v-2" className="stroke" />
    </Icon>
  )
}

export function SaveIcon() {
  return (
    <Icon>
      <path d="M8 2.2v7.6M5 6.9l3 3 3-3" className="stroke" />
      <path d="M2.6 10.4v2a1 1 0 0 0 1 1h8.8a1 1 0 0 0 1-1v-2" className="stroke" />
    </Icon>
  )
}

export function ExportIcon() {
  return (
    <Icon>
      <path d="M9.6 2.6h3.8v3.8M13 3 7.4 8.6" className="stroke" />
      <path d="M11.4 9.4v3a1 1 0 0 1-1 1H3.6a1 1 0 0 1-1-1V5.6a1 1 0 0 1 1-1h3" className="stroke" />
    </Icon>
  )
}

export function CloseIcon() {
  return (
    <Icon>
      <path d="M4 4l8 8M12 4l-8 8" className="stroke" />
    </Icon>
  )
}

export function WarningIcon() {
  return (
    <Icon>
      <path d="M8 2.2 14.4 13.4H1.6z" className="stroke" />
      <path d="M8 6.4v3.3M8 11.4v.2" className="stroke" />
    </Icon>
  )
}

export function UnfinishedIcon() {
  return (
    <Icon>
      <circle cx="8" cy="8" r="5.8" className="stroke" />
      <path d="M8 4.6V8l2.4 1.6" className="stroke" />
    </Icon>
  )
}

export function DoneIcon() {
  return (
    <Icon>
      <path d="M3 8.6 6.4 12 13 4.6" className="stroke" />
    </Icon>
  )
}

export function MenuIcon() {
  return (
    <Icon>
      <path d="M2.6 4h10.8M2.6 8h10.8M2.6 12h10.8" className="stroke" />
    </Icon>
  )
}

export function SettingsIcon() {
  return (
    <Icon>
      <path d="M2.4 4.6h6.2M12 4.6h1.6M2.4 11.4H4M7.4 11.4h6.2" className="stroke" />
      <circle cx="10.3" cy="4.6" r="1.7" className="stroke" />
      <circle cx="5.7" cy="11.4" r="1.7" className="stroke" />
    </Icon>
  )
}

export function MoreIcon() {
  return (
    <Icon>
      <circle cx="3" cy="8" r="1.4" className="fill" />
      <circle cx="8" cy="8" r="1.4" className="fill" />
      <circle cx="13" cy="8" r="1.4" className="fill" />
    </Icon>
  )
}
