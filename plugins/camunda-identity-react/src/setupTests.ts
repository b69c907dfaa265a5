import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// As long as a slow machine needs; what is there is found at once.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);
