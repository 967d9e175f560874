import './no-eval.ts';
import '@fontsource-variable/inter/index.css';
import './app.css';
import { mount } from 'svelte';
import App from './App.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('index.html lacks the element #app');

mount(App, { target });
