export * from './ProblemTextField';
