import type {
  AcceptingStatus,
  AdministrationRouteKind,
  EvidenceLevel,
  FaqTopic,
  FeeUnit,
  RegulatoryStatus,
  ScreeningKind,
} from 'kap-content-client';

export type Locale = 'en' | 'es';

/** Everything that the site says by itself, and not the content hub. */
export interface Words {
  readonly home: string;
  readonly skip: string;
  readonly mainNavigation: string;
  readonly otherLanguage: string;
  readonly services: string;
  readonly phases: string;
  readonly team: string;
  readonly questions: string;
  readonly conditions: string;
  readonly places: string;
  readonly safety: string;
  readonly sources: string;
  readonly expectations: string;
  readonly routes: string;
  readonly screening: string;
  readonly fees: string;
  readonly goals: string;
  readonly steps: string;
  readonly clinicianRole: string;
  readonly reports: string;
  readonly aftercare: string;
  readonly credentials: string;
  readonly licensedIn: string;
  readonly languages: string;
  readonly lines: string;
  readonly principles: string;
  readonly funding: string;
  readonly conflicts: string;
  readonly allStates: string;
  readonly state: string;
  readonly onlyAccepting: string;
  readonly show: string;
  readonly found: (count: number) => string;
  readonly published: (day: string) => string;
  readonly verified: (day: string) => string;
  readonly by: (names: string) => string;
  readonly onlyIn: string;
  readonly kept: (seconds: number) => string;
  readonly missing: string;
  readonly missingText: string;
  readonly down: string;
  readonly downText: string;
  readonly fictional: string;
  readonly topics: Readonly<Record<FaqTopic, string>>;
  readonly accepting: Readonly<Record<AcceptingStatus, string>>;
  readonly evidence: Readonly<Record<EvidenceLevel, string>>;
  readonly route: Readonly<Record<AdministrationRouteKind, string>>;
  readonly regulatory: Readonly<Record<RegulatoryStatus, string>>;
  readonly screeningKind: Readonly<Record<ScreeningKind, string>>;
  readonly unit: Readonly<Record<FeeUnit, string>>;
}

const en: Words = {
  home: 'Home',
  skip: 'Skip to the text',
  mainNavigation: 'Main',
  otherLanguage: 'Español',
  services: 'Services',
  phases: 'How it works',
  team: 'Our team',
  questions: 'Questions',
  conditions: 'Conditions',
  places: 'Where we are',
  safety: 'Please read this too',
  sources: 'Sources',
  expectations: 'What to expect',
  routes: 'How the medicine is given',
  screening: 'Before we begin',
  fees: 'Fees',
  goals: 'Goals',
  steps: 'Step by step',
  clinicianRole: 'What the clinician does',
  reports: 'What people report',
  aftercare: 'Afterwards',
  credentials: 'Credentials',
  licensedIn: 'Practises in',
  languages: 'Languages',
  lines: 'Who to call',
  principles: 'How we write and check',
  funding: 'Who pays for this',
  conflicts: 'Conflicts of interest',
  allStates: 'Any',
  state: 'State',
  onlyAccepting: 'Only who takes new patients',
  show: 'Show',
  found: (count) => (count === 1 ? '1 clinician' : `${count} clinicians`),
  published: (day) => `This text was published on ${day}.`,
  verified: (day) => `These facts were last verified on ${day}.`,
  by: (names) => `Written by ${names}.`,
  onlyIn: 'This text has not been translated yet. It is shown in Spanish.',
  kept: (seconds) =>
    `Our content service cannot be reached. This is what it said ${seconds} seconds ago.`,
  missing: 'This page does not exist',
  missingText: 'It may have been taken down. The pages that exist are in the menu above.',
  down: 'Our pages cannot be shown right now',
  downText:
    'Please try again in a minute. If you are in danger, call 911. To talk to someone, call or text 988.',
  fictional: 'Juniper Hollow is an invented practice. Nobody can be treated here.',
  topics: {
    ACCESS: 'Getting care',
    BASICS: 'The basics',
    COST: 'Cost',
    EVIDENCE: 'What research says',
    INTEGRATION: 'Integration',
    PREPARATION: 'Preparation',
    SAFETY: 'Safety',
    SESSION: 'The session',
  },
  accepting: {
    NEW: 'Takes new patients',
    EXISTING_ONLY: 'Sees present patients only',
    EXISTING_AND_FAMILY: 'Sees present patients and their families',
    NONE: 'Sees nobody at present',
  },
  evidence: {
    STRONG: 'Strong evidence',
    MODERATE: 'Moderate evidence',
    LIMITED: 'Limited evidence',
    VERY_LIMITED: 'Very limited evidence',
    NONE: 'No evidence',
  },
  route: {
    INTRAMUSCULAR: 'Injection into a muscle',
    INTRAVENOUS: 'Infusion into a vein',
    LOZENGE: 'Lozenge',
    NASAL_SPRAY: 'Nasal spray',
  },
  regulatory: { APPROVED: 'approved', COMPOUNDED: 'compounded', OFF_LABEL: 'off-label' },
  screeningKind: {
    CONTRAINDICATION: 'Rules it out',
    PRECAUTION: 'Needs care',
    REQUIREMENT: 'Must be in place',
  },
  unit: { COURSE: 'a course', HOUR: 'an hour', SESSION: 'a session', VISIT: 'a visit' },
};

const es: Words = {
  home: 'Inicio',
  skip: 'Ir al texto',
  mainNavigation: 'Principal',
  otherLanguage: 'English',
  services: 'Servicios',
  phases: 'Cómo funciona',
  team: 'Nuestro equipo',
  questions: 'Preguntas',
  conditions: 'Condiciones',
  places: 'Dónde estamos',
  safety: 'Lea también esto',
  sources: 'Fuentes',
  expectations: 'Qué esperar',
  routes: 'Cómo se administra el medicamento',
  screening: 'Antes de empezar',
  fees: 'Precios',
  goals: 'Objetivos',
  steps: 'Paso a paso',
  clinicianRole: 'Qué hace el profesional',
  reports: 'Lo que cuentan las personas',
  aftercare: 'Después',
  credentials: 'Credenciales',
  licensedIn: 'Ejerce en',
  languages: 'Idiomas',
  lines: 'A quién llamar',
  principles: 'Cómo escribimos y revisamos',
  funding: 'Quién paga esto',
  conflicts: 'Conflictos de interés',
  allStates: 'Cualquiera',
  state: 'Estado',
  onlyAccepting: 'Solo quienes aceptan pacientes nuevos',
  show: 'Mostrar',
  found: (count) => (count === 1 ? '1 profesional' : `${count} profesionales`),
  published: (day) => `Este texto se publicó el ${day}.`,
  verified: (day) => `Estos datos se verificaron por última vez el ${day}.`,
  by: (names) => `Escrito por ${names}.`,
  onlyIn: 'Este texto aún no está traducido. Se muestra en inglés.',
  kept: (seconds) =>
    `No se puede conectar con nuestro servicio de contenidos. Esto es lo que dijo hace ${seconds} segundos.`,
  missing: 'Esta página no existe',
  missingText: 'Puede que se haya retirado. Las páginas que existen están en el menú de arriba.',
  down: 'Ahora no podemos mostrar nuestras páginas',
  downText:
    'Inténtelo de nuevo en un minuto. Si está en peligro, llame al 911. Para hablar con alguien, llame al 988 y oprima 2.',
  fictional: 'Juniper Hollow es un consultorio inventado. Aquí no se puede tratar a nadie.',
  topics: {
    ACCESS: 'Cómo recibir atención',
    BASICS: 'Lo básico',
    COST: 'Costo',
    EVIDENCE: 'Lo que dicen los estudios',
    INTEGRATION: 'Integración',
    PREPARATION: 'Preparación',
    SAFETY: 'Seguridad',
    SESSION: 'La sesión',
  },
  accepting: {
    NEW: 'Acepta pacientes nuevos',
    EXISTING_ONLY: 'Atiende solo a sus pacientes actuales',
    EXISTING_AND_FAMILY: 'Atiende a sus pacientes actuales y a sus familias',
    NONE: 'No atiende a nadie por ahora',
  },
  evidence: {
    STRONG: 'Evidencia sólida',
    MODERATE: 'Evidencia moderada',
    LIMITED: 'Evidencia limitada',
    VERY_LIMITED: 'Evidencia muy limitada',
    NONE: 'Sin evidencia',
  },
  route: {
    INTRAMUSCULAR: 'Inyección en un músculo',
    INTRAVENOUS: 'Infusión en una vena',
    LOZENGE: 'Pastilla que se disuelve en la boca',
    NASAL_SPRAY: 'Aerosol nasal',
  },
  regulatory: {
    APPROVED: 'aprobado',
    COMPOUNDED: 'preparado en farmacia',
    OFF_LABEL: 'fuera de indicación',
  },
  screeningKind: {
    CONTRAINDICATION: 'Lo descarta',
    PRECAUTION: 'Requiere cuidado',
    REQUIREMENT: 'Tiene que cumplirse',
  },
  unit: { COURSE: 'por tratamiento', HOUR: 'por hora', SESSION: 'por sesión', VISIT: 'por visita' },
};

export const words: Readonly<Record<Locale, Words>> = { en, es };
