import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Long enough for a slow machine; existing elements are found immediately.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);
